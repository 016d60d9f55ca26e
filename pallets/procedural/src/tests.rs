//! Joins small modules and compares the result, token by token, with what should come out.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::join::join_calls;

fn joined(pallet: TokenStream) -> String {
    let pallet = syn::parse2(pallet).unwrap();
    join_calls(pallet).unwrap().into_token_stream().to_string()
}

fn errors(pallet: TokenStream) -> Vec<String> {
    let pallet = syn::parse2(pallet).unwrap();
    let error = join_calls(pallet).map(|_| ()).unwrap_err();
    error.into_iter().map(|error| error.to_string()).collect()
}

#[test]
fn calls_of_all_blocks_are_sorted_by_index_where_the_first_block_was() {
    let result = joined(quote! {
        #[frame_support::pallet]
        pub mod pallet {
            use before::*;
            #[pallet::call]
            impl<T: Config> Pallet<T> {
                #[pallet::call_index(200)]
                pub fn last(origin: OriginFor<T>) {}
                /// Documentation stays.
                #[cfg(test)]
                #[pallet::call_index(7)]
                #[pallet::weight((T::WeightInfo::of(a), Pays::No))]
                pub fn second(
                    origin: OriginFor<T>, #[pallet::compact] a: u32
                ) -> DispatchResult { a }
            }
            impl<T: Config> Pallet<T> { fn no_call() {} }
            #[pallet::call]
            impl<T: Config> Pallet<T> {
                #[pallet::call_index(10)]
                pub fn third(origin: OriginFor<T>) {}
                #[pallet::call_index(0)]
                pub fn first(origin: OriginFor<T>) {}
            }
            struct After;
        }
    });
    let expected = quote! {
        #[frame_support::pallet]
        pub mod pallet {
            use before::*;
            #[pallet::call]
            impl<T: Config> Pallet<T> {
                #[pallet::call_index(0)]
                pub fn first(origin: OriginFor<T>) {}
                /// Documentation stays.
                #[cfg(test)]
                #[pallet::call_index(7)]
                #[pallet::weight((T::WeightInfo::of(a), Pays::No))]
                pub fn second(
                    origin: OriginFor<T>, #[pallet::compact] a: u32
                ) -> DispatchResult { a }
                #[pallet::call_index(10)]
                pub fn third(origin: OriginFor<T>) {}
                #[pallet::call_index(200)]
                pub fn last(origin: OriginFor<T>) {}
            }
            impl<T: Config> Pallet<T> { fn no_call() {} }
            struct After;
        }
    };
    assert_eq!(result, expected.to_string());
}

#[test]
fn what_all_blocks_say_at_their_head_is_kept() {
    let block = |call| {
        quote! {
            #[cfg(feature = "calls")]
            #[pallet::call(weight(T::WeightInfo))]
            impl<T: Config> Pallet<T> where T: Send { #call }
        }
    };
    let one = quote!(
        #[pallet::call_index(1)]
        pub fn one() {}
    );
    let two = quote!(
        #[pallet::call_index(2)]
        pub fn two() {}
    );
    let (first, second) = (block(one.clone()), block(two.clone()));
    let both = block(quote!(#one #two));
    assert_eq!(
        joined(quote!(mod pallet { #first #second })),
        quote!(mod pallet { #both }).to_string()
    );
}

#[test]
fn a_pallet_without_calls_is_refused() {
    let missing = ["no `#[pallet::call]` block in this module"];
    assert_eq!(
        errors(quote!(
            mod pallet {
                impl<T> Pallet<T> {}
            }
        )),
        missing
    );
    assert_eq!(
        errors(quote!(
            mod pallet {
                #[other::call]
                impl<T> Pallet<T> {}
            }
        )),
        missing
    );
    assert_eq!(
        errors(quote!(
            mod pallet;
        )),
        missing
    );
}

#[test]
fn a_call_needs_a_literal_index() {
    let of = |call| errors(quote!(mod pallet { #[pallet::call] impl<T> Pallet<T> { #call } }));
    assert_eq!(
        of(quote!(
            pub fn lost() {}
        )),
        ["a call needs its `#[pallet::call_index(..)]`"]
    );
    assert_eq!(
        of(quote!(
            #[pallet::call_index(ONE)]
            pub fn one() {}
        )),
        ["expected integer literal"]
    );
    assert_eq!(
        of(quote!(
            #[pallet::call_index(256)]
            pub fn one() {}
        )),
        ["number too large to fit in target type"]
    );
    assert_eq!(
        of(quote!(
            const ONE: u8 = 1;
        )),
        ["a `#[pallet::call]` block holds functions only"]
    );
}

#[test]
fn two_calls_cannot_share_an_index() {
    let both_named = ["call index 3 is taken", "call index 3 is used here"];
    let one = quote!(
        #[pallet::call_index(3)]
        pub fn one() {}
    );
    let two = quote!(
        #[pallet::call_index(0x3)]
        pub fn two() {}
    );
    let together = quote!(#[pallet::call] impl<T> Pallet<T> { #one #two });
    assert_eq!(errors(quote!(mod pallet { #together })), both_named);
    let apart = quote! {
        #[pallet::call] impl<T> Pallet<T> { #one }
        #[pallet::call] impl<T> Pallet<T> { #two }
    };
    assert_eq!(errors(quote!(mod pallet { #apart })), both_named);
}

#[test]
fn nothing_of_a_later_head_is_lost_in_silence() {
    let after =
        |first: TokenStream, later: TokenStream| errors(quote!(mod pallet { #first #later }));
    let plain = quote!(
        #[pallet::call]
        impl<T: Config> Pallet<T> {}
    );
    let attribute =
        ["the first `#[pallet::call]` block lacks this attribute, and only its head remains"];
    for more in [
        quote!(#[cfg(test)]),
        quote!(#[allow(unused)]),
        quote!(/// Documentation.
        ),
    ] {
        assert_eq!(
            after(plain.clone(), quote!(#more #plain)),
            attribute,
            "{more}"
        );
    }
    let head = [
        "the head of this block differs from that of the first `#[pallet::call]` block, \
         the only one that remains",
    ];
    assert_eq!(after(quote!(#[cfg(test)] #plain), plain.clone()), head);
    for other in [
        quote!(
            impl<T> Pallet<T> {}
        ),
        quote!(
            impl<T: Config> Other<T> {}
        ),
        quote!(
            impl<T: Config> Pallet<T> where T: Send {}
        ),
        quote!(
            impl<T: Config> Trait for Pallet<T> {}
        ),
    ] {
        assert_eq!(
            after(plain.clone(), quote!(#[pallet::call] #other)),
            head,
            "{other}"
        );
    }
}
