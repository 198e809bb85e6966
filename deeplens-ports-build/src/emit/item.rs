//! Items of the few forms that a module consists of, as syntax trees; see [`ast`](super::ast).

use super::ast;
use proc_macro2::{Punct, Spacing, TokenStream, TokenTree};
use syn::token::{Brace, Bracket, Paren};
use syn::{
    AttrStyle, Attribute, Block, ConstModifiers, Expr, FnArg, FnModifiers, Generics, Item,
    ItemConst, ItemFn, ItemMacro, ItemMod, ItemUse, Macro, MacroDelimiter, Meta, MetaNameValue,
    Pat, PatIdent, PatType, ReturnType, Safety, Signature, Stmt, Token, Type, UseName, UsePath,
    UseRename, UseTree, VisRestricted, Visibility,
};

/// `#[doc = "text"]`, which is printed as a comment.
pub(super) fn doc(doc: &str) -> Attribute {
    named("doc", doc)
}

/// `#[name = "text"]`.
pub(super) fn named(name: &str, text: &str) -> Attribute {
    attribute(Meta::NameValue(MetaNameValue {
        path: ast::plain_path(&[name]),
        eq_token: <Token![=]>::default(),
        value: ast::text(text),
    }))
}

fn attribute(meta: Meta) -> Attribute {
    Attribute {
        pound_token: <Token![#]>::default(),
        style: AttrStyle::Outer,
        bracket_token: Bracket::default(),
        meta,
    }
}

pub(super) fn public() -> Visibility {
    Visibility::Public(<Token![pub]>::default())
}

/// `pub(super)`.
pub(super) fn in_parent() -> Visibility {
    Visibility::Restricted(VisRestricted {
        pub_token: <Token![pub]>::default(),
        paren_token: Paren::default(),
        in_token: None,
        path: Box::new(ast::plain_path(&["super"])),
    })
}

/// `visibility const NAME: ty = value;`.
pub(super) fn constant(
    attrs: Vec<Attribute>,
    vis: Visibility,
    name: &str,
    ty: Type,
    value: Expr,
) -> Item {
    Item::Const(ItemConst {
        attrs,
        vis,
        modifiers: ConstModifiers::default(),
        const_token: <Token![const]>::default(),
        ident: ast::ident(name),
        generics: Generics::default(),
        colon_token: <Token![:]>::default(),
        ty: Box::new(ty),
        eq_token: <Token![=]>::default(),
        expr: Box::new(value),
        semi_token: <Token![;]>::default(),
    })
}

/// `new::used!(paths);`; `root` leads to the module of the map.
pub(super) fn uses(root: &[&str], paths: impl IntoIterator<Item = Vec<String>>) -> Item {
    let mut tokens = TokenStream::new();
    for (at, path) in paths.into_iter().enumerate() {
        if at > 0 {
            tokens.extend([punct(',', Spacing::Alone)]);
        }
        for (at, name) in path.iter().enumerate() {
            if at > 0 {
                tokens.extend([Spacing::Joint, Spacing::Alone].map(|it| punct(':', it)));
            }
            tokens.extend([TokenTree::from(ast::ident(name))]);
        }
    }
    Item::Macro(ItemMacro {
        attrs: Vec::new(),
        ident: None,
        mac: Macro {
            path: ast::plain_path(&[root, &["new", "used"]].concat()),
            bang_token: <Token![!]>::default(),
            delimiter: MacroDelimiter::Paren(Paren::default()),
            tokens,
        },
        semi_token: Some(<Token![;]>::default()),
    })
}

fn punct(character: char, spacing: Spacing) -> TokenTree {
    Punct::new(character, spacing).into()
}

/// An inline function of one argument or none: `pub const fn name(argument) -> output { body }`.
pub(super) fn function(
    doc_text: &str,
    name: &str,
    parameter: Option<(&str, Type)>,
    output: Type,
    body: Expr,
) -> Item {
    let arguments = parameter.into_iter().map(argument);
    let flag = |name| attribute(Meta::Path(ast::plain_path(&[name])));
    Item::Fn(ItemFn {
        attrs: vec![doc(doc_text), flag("inline"), flag("must_use")],
        vis: public(),
        modifiers: FnModifiers::default(),
        sig: Signature {
            constness: Some(<Token![const]>::default()),
            asyncness: None,
            safety: Safety::Default,
            abi: None,
            fn_token: <Token![fn]>::default(),
            ident: ast::ident(name),
            generics: Generics::default(),
            paren_token: Paren::default(),
            inputs: arguments.collect(),
            variadic: None,
            output: ReturnType::Type(<Token![->]>::default(), Box::new(output)),
        },
        block: Box::new(Block {
            brace_token: Brace::default(),
            stmts: vec![Stmt::Expr(body, None)],
        }),
    })
}

fn argument((name, ty): (&str, Type)) -> FnArg {
    let pat = Pat::Ident(PatIdent {
        attrs: Vec::new(),
        by_ref: None,
        mutability: None,
        ident: ast::ident(name),
        subpat: None,
    });
    FnArg::Typed(PatType {
        attrs: Vec::new(),
        pat: Box::new(pat),
        colon_token: <Token![:]>::default(),
        ty: Box::new(ty),
    })
}

/// `use a::b;`, or `use a::b as name;`.
pub(super) fn import(names: &[&str], rename: Option<&str>) -> Item {
    let (last, path) = names.split_last().unwrap_or((&"self", &[]));
    let ident = ast::ident(last);
    let last = match rename {
        None => UseTree::Name(UseName { ident }),
        Some(rename) => UseTree::Rename(UseRename {
            ident,
            as_token: <Token![as]>::default(),
            rename: ast::ident(rename),
        }),
    };
    let tree = path.iter().rev().fold(last, |tree, name| {
        UseTree::Path(UsePath {
            ident: ast::ident(name),
            colon2_token: <Token![::]>::default(),
            tree: Box::new(tree),
        })
    });
    Item::Use(ItemUse {
        attrs: Vec::new(),
        vis: Visibility::Inherited,
        use_token: <Token![use]>::default(),
        leading_colon: None,
        tree,
        semi_token: <Token![;]>::default(),
    })
}

/// A public module with its doc.
pub(super) fn public_module(doc_text: &str, name: &str, items: Vec<Item>) -> Item {
    module(vec![doc(doc_text)], public(), name, items)
}

/// A private module of items that all use `new`; none where there are none.
pub(super) fn private_module(name: &str, mut items: Vec<Item>) -> Option<Item> {
    if items.is_empty() {
        return None;
    }
    items.insert(0, import(&["super", "new"], None));
    Some(module(Vec::new(), Visibility::Inherited, name, items))
}

fn module(attrs: Vec<Attribute>, vis: Visibility, name: &str, items: Vec<Item>) -> Item {
    Item::Mod(ItemMod {
        attrs,
        vis,
        unsafety: None,
        mod_token: <Token![mod]>::default(),
        ident: ast::ident(name),
        content: Some((Brace::default(), items)),
        semi: None,
    })
}
