"""The rules themselves: each finds what it is for, and nothing where there is nothing."""

import tempfile
import unittest
from pathlib import Path
from unittest import mock

import callers
import dependencies
import domains
import errors
import source
import style

PALLET = "pallets/subtensor/"
MANIFEST = "[package]\n"
RETIRED_ERROR = "/// Reserved: an old one.\nOld,\n"


def tree_of(**files):
    """A repository of these files; `__` in a name is a slash."""
    return tree({name.replace("__", "/") + ".rs": text for name, text in files.items()})


def tree(files):
    with tempfile.TemporaryDirectory() as folder:
        for path, text in {"Cargo.toml": MANIFEST, **files}.items():
            place = Path(folder, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        return source.read(folder)


def pallet(**files):
    """The main pallet with two domains, each with a storage item, and these files."""
    stored = "mod s { pub type %s<T: Config> =\n StorageMap<_, Identity, u16, u8>; }"
    modules = "".join(f"mod {name.split('__')[0]};" for name in files if name != "lib")
    contents = {
        "src/lib.rs": f"mod here; mod there; {modules}",
        "src/here/mod.rs": "mod storage; mod work;",
        "src/here/storage.rs": stored % "Ours",
        "src/there/mod.rs": "mod storage;",
        "src/there/storage.rs": stored % "Theirs",
        "Cargo.toml": MANIFEST,
    }
    contents |= {f"src/{name.replace('__', '/')}.rs": text for name, text in files.items()}
    return tree({PALLET + path: text for path, text in contents.items()})


def found(rule, repository):
    """Where a rule finds something: file and line."""
    return sorted((Path(path).name, line) for path, line, _ in rule(repository))


class Sources(unittest.TestCase):
    def test_comments_and_literals_are_no_code(self):
        text = "let a = \"{\"; // }\nlet b = '{'; /* ( */ let c: &'a str = r#\"\"(\"#;"
        code = source.code_of(text)
        self.assertEqual(len(code), len(text))
        self.assertEqual(code.count("\n"), 1)
        self.assertFalse(set("{}()") & set(code))
        self.assertIn("&'a str", code)

    def test_items_for_tests_are_not_production(self):
        text = "fn a() {}\n#[cfg(test)]\nfn b() { {} }\n#[cfg(test)]\nmod t;\nfn c() {}"
        production = tree_of(src__lib=text).files["src/lib.rs"].production
        self.assertIn("fn a", production)
        self.assertIn("fn c", production)
        self.assertNotIn("fn b", production)

    def test_modules_are_followed(self):
        repository = tree_of(
            src__lib='mod a;\n#[cfg(test)]\nmod tests;\n#[path = "../b/c.rs"]\nmod d;\n'
            '#[cfg(feature = "runtime-benchmarks")]\nmod benchmarking;',
            src__benchmarking="",
            src__a="mod inner;",
            src__a__inner="",
            src__tests="",
            b__c="",
            tests__whole="mod support;",
            tests__support__mod="",
        )
        is_test = {path: file.is_test for path, file in repository.files.items() if file.in_tree}
        self.assertEqual(len(is_test), 8)
        self.assertTrue(is_test["src/benchmarking.rs"])
        self.assertTrue(is_test["src/tests.rs"] and is_test["tests/support/mod.rs"])
        self.assertFalse(is_test["src/a/inner.rs"] or is_test["b/c.rs"])


class Style(unittest.TestCase):
    def test_orphans(self):
        repository = tree_of(src__lib="// mod lost;", src__lost="", src__bin__tool="")
        self.assertEqual(found(style.orphans, repository), [("lost.rs", 1)])

    def test_width(self):
        wide = "// " + "x" * 97
        self.assertEqual(found(style.width, tree_of(src__lib=wide)), [])
        self.assertEqual(found(style.width, tree_of(src__lib=f"\n{wide}x")), [("lib.rs", 2)])

    def test_length(self):
        def function(lines):
            return "fn declared();\nfn f(\n) {\n" + "x;\n" * (lines - 3) + "}\n"

        self.assertEqual(found(style.length, tree_of(src__lib=function(70))), [])
        self.assertEqual(found(style.length, tree_of(src__lib=function(71))), [("lib.rs", 2)])

    def test_echoes(self):
        text = "/// The mint of alpha.\npub fn mint_alpha() {}\n"
        self.assertEqual(found(style.echoes, tree_of(src__lib=text)), [("lib.rs", 1)])
        text = "/// The peer is banned.\n#[codec(index = 1)]\nPeerBanned,\n"
        self.assertEqual(found(style.echoes, tree_of(src__lib=text)), [("lib.rs", 1)])
        text = "/// Mints alpha.\n/// Never panics.\nfn mint_alpha() {}\n/// In rao.\nfn alpha() {}"
        self.assertEqual(found(style.echoes, tree_of(src__lib=text)), [])


class Callers(unittest.TestCase):
    def test_public_functions_need_a_caller(self):
        repository = tree_of(
            src__lib="pub fn used() { own() }\nfn own() { used() }\npub const fn unused() {}\n"
            "#[pallet::call_index(0)]\npub fn call() {}\n"
            "#[cfg(test)]\nmod tests;\npub fn tested() {}",
            src__tests="fn test() { tested() }",
        )
        self.assertEqual(found(callers.unused, repository), [("lib.rs", 3), ("lib.rs", 8)])


class Domains(unittest.TestCase):
    def test_writes_stay_in_the_domain(self):
        repository = pallet(
            here__work="fn f() {\nOurs::<T>::insert(1, 2);\n"
            "Theirs::<T>::get(1);\nTheirs::<T>::remove(1);\n"
            "Theirs::<T>::iter().map(Theirs::<T>::take);\ng::<Theirs<T>>(1);\n}",
            hooks="fn f() { crate::Ours::<Runtime>::put(1); }",
            genesis="fn f() { Ours::<T>::put(1); }",
        )
        expected = [("hooks.rs", 1), ("work.rs", 4), ("work.rs", 5), ("work.rs", 6)]
        self.assertEqual(found(domains.writes, repository), expected)

    def test_reads_stay_in_the_domain_but_for_read_models(self):
        text = "fn f() {\nTheirs::<T>::get(1);\nTheirs::<T>::insert(1, 2);\nOurs::<T>::get(1);\n}"
        repository = pallet(here__work=text, views__show=text)
        self.assertEqual(found(domains.reads, repository), [("work.rs", 2)])

    def test_writes_by_macros(self):
        macro = "macro_rules! erase { ($($map:ident)*) => { $($map::<T>::remove(1);)* }; }\n"
        repository = pallet(here__work=macro + "fn f() { erase!(Ours\nTheirs); }")
        self.assertEqual(found(domains.writes, repository), [("work.rs", 3)])

    def test_tests_may_write(self):
        repository = pallet(
            here__work="#[cfg(test)]\nmod tests;",
            here__work__tests="fn f() { Theirs::<T>::kill() }",
        )
        self.assertEqual(found(domains.writes, repository), [])

    def test_another_pallet_may_have_the_name(self):
        text = "pub type Ours<T> = StorageValue<_, u8>; fn f() { Ours::<T>::put(1) }"
        repository = pallet(here__work="")
        repository.files["other.rs"] = source.File("other.rs", text, True, False)
        self.assertEqual(found(domains.writes, repository), [])

    def test_value_moves_in_the_ledger(self):
        text = "fn f() {\nT::Currency::total_issuance();\n"
        text += "T::Currency::mint_into(1);\nT::AlphaAssets::clear(1);\n}"
        repository = pallet(here__work=text, ledger__mod=text)
        self.assertEqual(found(domains.value, repository), [("work.rs", 3), ("work.rs", 4)])
        text = "fn f() { <T as Config>::AlphaAssets::issued(); }\n"
        text += "fn g() { <T::Currency as Mutate<A>>::transfer(1) }"
        self.assertEqual(found(domains.value, pallet(here__work=text)), [("work.rs", 2)])

    def test_globs(self):
        repository = pallet(
            here__work="use crate::{\nConfig,\npallet::*,\n};", genesis="use crate::pallet::*;"
        )
        self.assertEqual(found(domains.globs, repository), [("work.rs", 3)])


class Errors(unittest.TestCase):
    def findings(self, variants, work="", tests="", other=""):
        """What is said about the errors of a pallet, with `Old` retired and `Guard` unreachable."""
        lists = {
            "RETIRED": {"pallets/a": {"Old": "x"}},
            "UNREACHABLE": {"pallets/a": {"Guard": "x"}},
        }
        files = {
            "pallets/a/Cargo.toml": MANIFEST,
            "pallets/a/src/lib.rs": "#[cfg(test)]\nmod tests;\nmod work;\n#[pallet::error]\n"
            f"pub enum Error<T> {{\n{RETIRED_ERROR}/// A guard.\nGuard,\n{variants}}}",
            "pallets/a/src/work.rs": f"fn g() {{ Error::Guard; }}\n{work}",
            "pallets/a/src/tests.rs": tests,
            "pallets/b/Cargo.toml": MANIFEST,
            "pallets/b/src/lib.rs": other,
        }
        with mock.patch.multiple(errors, **lists):
            return [(path, line) for path, line, _ in errors.findings(tree(files))]

    def test_an_error_is_raised_and_a_test_names_it(self):
        raises, asserts = "fn f() { Error::<T>::New; }", "fn t() { Error::<Test>::New; }"
        line = [("pallets/a/src/lib.rs", 11)]
        new = "/// New.\nNew,\n"
        self.assertEqual(self.findings(new, raises, asserts), [])
        self.assertEqual(self.findings(new, raises), line)
        self.assertEqual(self.findings(new, "", asserts), line)
        self.assertEqual(self.findings(new, "// Error::<T>::New\n", asserts), line)
        self.assertEqual(self.findings(new, "fn f() { Share::New; }", asserts), line)
        self.assertEqual(self.findings("/// Reserved: new.\nNew,\n", raises, asserts), line)

    def test_another_pallet_may_have_the_name(self):
        other = "#[pallet::error]\npub enum Error<T> {\n/// New.\nNew,\n}\n"
        other += "fn f() { Error::<T>::New; }\n#[cfg(test)]\nfn t() { Error::<Test>::New; }"
        line, new = [("pallets/a/src/lib.rs", 11)], "/// New.\nNew,\n"
        self.assertEqual(self.findings(new, other=other), line)
        self.assertEqual(self.findings(new, "fn f() { Error::<T>::New; }", other=other), line)

    def test_lists_are_up_to_date(self):
        retired, guard = ("pallets/a/src/lib.rs", 7), ("pallets/a/src/lib.rs", 9)
        self.assertEqual(self.findings(""), [])
        self.assertEqual(self.findings("", "fn f() { Error::<T>::Old; }"), [retired])
        self.assertEqual(self.findings("", tests="fn t() { Error::<Test>::Guard; }"), [guard])
        lists = {"RETIRED": {"pallets/b": {"Gone": "x"}}, "UNREACHABLE": {}}
        with mock.patch.multiple(errors, **lists):
            enum = "#[pallet::error]\npub enum Error<T> {\n}\n"
            files = {"pallets/b/Cargo.toml": MANIFEST, "pallets/b/src/lib.rs": enum}
            self.assertEqual([path for path, *_ in errors.findings(tree(files))], ["pallets/b"])


class Dependencies(unittest.TestCase):
    POLICY = dependencies.read_policy(
        'targets = ["x"]\nallow = [\n    "MIT",\n    "GPL-3.0 WITH Classpath",\n]\n'
        '[[licenses.clarify]]\ncrate = "silent"\nversion = "=1.0.0"\nexpression = "MIT"\n'
        'deny = [\n    { crate = "slow", reason = "it is" },\n]\n'
    )

    def findings(self, **changes):
        package = {"name": "a", "version": "1", "source": dependencies.REGISTRY, "license": "MIT"}
        return list(dependencies.check([{**package, "dependencies": [], **changes}], self.POLICY))

    def test_policy_is_read(self):
        allowed = {"MIT", "GPL-3.0 WITH Classpath"}
        self.assertEqual(self.POLICY, (allowed, {"silent": "MIT"}, {"slow"}, ["x"]))

    def test_licences(self):
        with_exception = "(X OR MIT) AND GPL-3.0 WITH Classpath"
        for good in ("MIT OR X", "X/MIT", with_exception, "X AND Y OR MIT"):
            self.assertEqual(self.findings(license=good), [], good)
        for bad in ("X", "MIT AND X", "GPL-3.0", "GPL-3.0 WITH Other", "MIT AND (X OR Y)"):
            self.assertEqual(len(self.findings(license=bad)), 1, bad)
        self.assertEqual(len(self.findings(license=None)), 1)
        self.assertEqual(self.findings(license=None, name="silent"), [])

    def test_sources_bans_and_wildcards(self):
        self.assertEqual(len(self.findings(source="git+https://example.org/a")), 1)
        self.assertEqual(len(self.findings(name="slow")), 1)
        anything = [{"name": "b", "req": "*"}]
        self.assertEqual(len(self.findings(source=None, dependencies=anything)), 1)
        ours = [{"name": "b", "req": "*", "path": "b"}]
        self.assertEqual(self.findings(source=None, dependencies=ours), [])


if __name__ == "__main__":
    unittest.main()
