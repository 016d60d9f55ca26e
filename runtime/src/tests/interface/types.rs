//! Types of the metadata by name, and what each name stands for. Ids of the registry depend on the
//! order of the source and are never shown.

use alloc::{
    collections::BTreeSet,
    format,
    string::{String, ToString},
    vec::Vec,
};

use scale_info::{
    Field, PortableRegistry, Type, TypeDef, TypeDefPrimitive, Variant, form::PortableForm,
};

/// How much of the path of a named type is shown.
#[derive(Clone, Copy, PartialEq)]
enum Path {
    /// All of it: two types with the same name differ in it.
    Full,
    /// The last segment, as the source would write it.
    Last,
}

/// The types of the metadata.
pub(super) struct Types<'a>(pub(super) &'a PortableRegistry);

impl<'a> Types<'a> {
    fn get(&self, id: u32) -> &'a Type<PortableForm> {
        self.0.resolve(id).expect("the registry is complete")
    }

    /// A type as an expression, named types with their paths.
    pub(super) fn name(&self, id: u32) -> String {
        self.written(id, Path::Full)
    }

    fn written(&self, id: u32, path: Path) -> String {
        let inner = |id: u32| self.written(id, path);
        let ty = self.get(id);
        match &ty.type_def {
            TypeDef::Sequence(of) => format!("Vec<{}>", inner(of.type_param.id)),
            TypeDef::Array(of) => format!("[{}; {}]", inner(of.type_param.id), of.len),
            TypeDef::Tuple(of) => {
                let fields: Vec<_> = of.fields.iter().map(|field| inner(field.id)).collect();
                format!("({})", fields.join(", "))
            }
            TypeDef::Compact(of) => format!("Compact<{}>", inner(of.type_param.id)),
            TypeDef::BitSequence(of) => format!(
                "Bits<{}, {}>",
                inner(of.bit_store_type.id),
                inner(of.bit_order_type.id)
            ),
            TypeDef::Primitive(primitive) => name_of(primitive),
            TypeDef::Composite(_) | TypeDef::Variant(_) => self.named(ty, path),
        }
    }

    fn named(&self, ty: &Type<PortableForm>, path: Path) -> String {
        let name = match path {
            Path::Full => ty.path.segments.join("::"),
            Path::Last => ty.path.ident().unwrap_or_default(),
        };
        let parameter = |id: u32| self.written(id, path);
        let parameters: Vec<_> = ty
            .type_params
            .iter()
            .filter_map(|of| of.ty.map(|ty| parameter(ty.id)))
            .collect();
        if parameters.is_empty() {
            return name;
        }
        format!("{name}<{}>", parameters.join(", "))
    }

    /// Fields in brackets, nothing for none. How the source calls a type is part of the metadata,
    /// and is shown where it says something else than the type.
    fn fields(&self, fields: &[Field<PortableForm>]) -> String {
        let field = |field: &Field<PortableForm>| {
            let name = field.name.as_ref().map(|name| format!("{name}: "));
            let ty = self.name(field.ty.id);
            let short = self.written(field.ty.id, Path::Last);
            let source = field.type_name.as_ref().filter(|source| **source != short);
            let source = source.map(|source| format!(" as `{source}`"));
            name.unwrap_or_default() + &ty + &source.unwrap_or_default()
        };
        if fields.is_empty() {
            return String::new();
        }
        format!(
            "({})",
            fields.iter().map(field).collect::<Vec<_>>().join(", ")
        )
    }

    /// A line for each variant of an enum, by index.
    pub(super) fn variants(&self, id: u32) -> Vec<String> {
        let TypeDef::Variant(of) = &self.get(id).type_def else {
            panic!("{} is no enum", self.name(id))
        };
        let mut variants: Vec<&Variant<PortableForm>> = of.variants.iter().collect();
        variants.sort_by_key(|variant| variant.index);
        let line = |variant: &Variant<PortableForm>| {
            format!(
                "{} {}{}",
                variant.index,
                variant.name,
                self.fields(&variant.fields)
            )
        };
        variants.into_iter().map(line).collect()
    }

    /// Adds a type and all types that it is made of.
    pub(super) fn collect(&self, id: u32, known: &mut BTreeSet<u32>) {
        if !known.insert(id) {
            return;
        }
        let parts: Vec<u32> = match &self.get(id).type_def {
            TypeDef::Composite(of) => of.fields.iter().map(|field| field.ty.id).collect(),
            TypeDef::Variant(of) => {
                let fields = of.variants.iter().flat_map(|variant| &variant.fields);
                fields.map(|field| field.ty.id).collect()
            }
            TypeDef::Sequence(of) => [of.type_param.id].into(),
            TypeDef::Array(of) => [of.type_param.id].into(),
            TypeDef::Tuple(of) => of.fields.iter().map(|field| field.id).collect(),
            TypeDef::Compact(of) => [of.type_param.id].into(),
            TypeDef::Primitive(_) | TypeDef::BitSequence(_) => Vec::new(),
        };
        for part in parts {
            self.collect(part, known);
        }
    }

    /// The lines that say what a named type is; none for types without a name.
    pub(super) fn definition(&self, id: u32) -> Vec<String> {
        let name = self.name(id);
        match &self.get(id).type_def {
            TypeDef::Composite(of) => {
                [format!("{name} = struct{}", self.fields(&of.fields))].into()
            }
            TypeDef::Variant(of) if of.variants.is_empty() => [format!("{name} = enum")].into(),
            TypeDef::Variant(_) => {
                let variants = self.variants(id).into_iter();
                variants
                    .map(|variant| format!("{name} = {variant}"))
                    .collect()
            }
            _ => Vec::new(),
        }
    }
}

fn name_of(primitive: &TypeDefPrimitive) -> String {
    let name = format!("{primitive:?}").to_lowercase();
    match primitive {
        TypeDefPrimitive::Str => "String".to_string(),
        _ => name,
    }
}
