//! The names of elements and their sorts, as far as they matter for a text.
//!
//! Each tag asks for its element's sort once; everything else compares these and no names, of which there are many.

use std::sync::LazyLock;

/// What an element is for the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sort {
    /// Its content is no markup and no text.
    Script,
    Style,
    Raw,
    Title,
    /// Its content is text and no markup.
    TextArea,
    /// It has no content, and nothing of it shows.
    Void,
    Break,
    Rule,
    Picture,
    Head,
    Body,
    /// What is in it does not show.
    Unseen,
    Paragraph,
    Heading,
    Quote,
    Preformatted,
    OrderedList,
    List,
    /// A list that needs no lines of its own.
    Menu,
    Definitions,
    Definition,
    Item,
    Table,
    Row,
    Cell,
    /// Stands on lines of its own.
    Block,
    /// Begins on a line of its own.
    Section,
    Option,
    Link,
    Inline,
    #[default]
    Other,
}

/// A name of an element or an attribute in small letters, as one number, which is compared at once. Of longer names than any
/// that matters, the first sixteen letters count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name(u128);

impl Name {
    pub(super) const fn of(name: &str) -> Self {
        let mut packed = 0;
        let mut rest = name.as_bytes();
        while let Some((byte, after)) = rest.split_first()
            && packed >> 120 == 0
        {
            packed = packed << 8 | byte.to_ascii_lowercase() as u128;
            rest = after;
        }
        Self(packed)
    }

    pub(super) fn sort(self) -> Sort {
        static TABLE: LazyLock<Vec<(Name, Sort)>> = LazyLock::new(|| {
            let mut table: Vec<_> =
                SORTS.iter().flat_map(|(sort, names)| names.iter().map(|name| (Name::of(name), *sort))).collect();
            table.sort_by_key(|(name, _)| *name);
            table
        });
        let place = TABLE.binary_search_by_key(&self, |(name, _)| *name);
        place.ok().and_then(|place| TABLE.get(place)).map_or(Sort::Other, |(_, sort)| *sort)
    }
}

/// The elements of each sort.
#[rustfmt::skip]
const SORTS: &[(Sort, &[&str])] = &[
    (Sort::Script, &["script"]),
    (Sort::Style, &["style"]),
    (Sort::Raw, &["noembed", "noframes", "iframe", "xmp"]),
    (Sort::Title, &["title"]),
    (Sort::TextArea, &["textarea"]),
    (Sort::Void, &["input", "meta", "link", "wbr", "col", "area", "base", "embed", "source", "param"]),
    (Sort::Break, &["br"]),
    (Sort::Rule, &["hr"]),
    (Sort::Picture, &["img"]),
    (Sort::Head, &["head"]),
    (Sort::Body, &["body"]),
    (Sort::Unseen, &["noscript", "template", "object", "svg", "select"]),
    (Sort::Paragraph, &["p"]),
    (Sort::Heading, &["h1", "h2", "h3", "h4", "h5", "h6"]),
    (Sort::Quote, &["blockquote"]),
    (Sort::Preformatted, &["pre"]),
    (Sort::OrderedList, &["ol"]),
    (Sort::List, &["ul"]),
    (Sort::Menu, &["menu", "dir"]),
    (Sort::Definitions, &["dl"]),
    (Sort::Definition, &["dt", "dd"]),
    (Sort::Item, &["li"]),
    (Sort::Table, &["table"]),
    (Sort::Row, &["tr"]),
    (Sort::Cell, &["td", "th"]),
    (Sort::Block, &["div", "section", "article", "header", "footer", "center", "address", "form", "caption", "figure"]),
    (Sort::Section, &["fieldset", "main", "nav", "aside", "figcaption", "tbody", "thead"]),
    (Sort::Option, &["option"]),
    (Sort::Link, &["a"]),
    // Word's paragraphs are full of `o:p`.
    (Sort::Inline, &[
        "abbr", "b", "big", "code", "em", "font", "i", "label", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u",
        "o:p",
    ]),
];

impl Sort {
    /// Whether its content is no markup.
    pub(super) fn is_raw(self) -> bool {
        matches!(self, Self::Script | Self::Style | Self::Raw | Self::Title | Self::TextArea)
    }

    /// Whether an end tag of its kind must not close what stands on lines of its own.
    pub(super) fn is_inline(self) -> bool {
        matches!(self, Self::Inline | Self::Link)
    }

    /// Elements whose end tag people leave out: whether one of this sort ends the innermost open one.
    pub(super) fn closes(self, top: Self) -> bool {
        match self {
            Self::Item => top == Self::Item,
            Self::Paragraph | Self::Table | Self::List | Self::OrderedList | Self::Quote | Self::Block => {
                matches!(top, Self::Paragraph | Self::Head)
            }
            Self::Cell => matches!(top, Self::Cell | Self::Paragraph),
            Self::Row => matches!(top, Self::Cell | Self::Row | Self::Paragraph),
            Self::Definition => top == Self::Definition,
            Self::Option => top == Self::Option,
            // A head that nobody closed ends where something shows.
            Self::Body | Self::Heading | Self::Inline | Self::Link => top == Self::Head,
            _ => false,
        }
    }
}
