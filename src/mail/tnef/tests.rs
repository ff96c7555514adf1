//! Blocks that are built here, and what they hold.

use super::*;

fn attribute(level: u8, id: u16, data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).expect("small").to_le_bytes();
    [&[level], &id.to_le_bytes()[..], &[6, 0], &length, data, &[0, 0]].concat()
}

fn block(attributes: &[Vec<u8>]) -> Vec<u8> {
    [&SIGNATURE.to_le_bytes()[..], &[1, 0], &attributes.concat()].concat()
}

fn padded(bytes: &[u8]) -> Vec<u8> {
    let mut out = u32::try_from(bytes.len()).expect("small").to_le_bytes().to_vec();
    out.extend(bytes);
    out.resize(out.len().div_ceil(4) * 4, 0);
    out
}

fn property(kind: u16, id: u16, bytes: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &id.to_le_bytes(), &1_u32.to_le_bytes(), &padded(bytes)].concat()
}

fn unicode(id: u16, text: &str) -> Vec<u8> {
    property(0x1f, id, &text.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect::<Vec<_>>())
}

fn number(id: u16, number: u32) -> Vec<u8> {
    [&3_u16.to_le_bytes()[..], &id.to_le_bytes(), &number.to_le_bytes()].concat()
}

fn properties(list: &[Vec<u8>]) -> Vec<u8> {
    let count = u32::try_from(list.len()).expect("small");
    [&count.to_le_bytes()[..], &list.concat()].concat()
}

fn file(title: &[u8], data: &[u8], list: &[Vec<u8>]) -> Vec<u8> {
    [
        attribute(2, FILE_BEGINS, &[0; 14]),
        attribute(2, FILE_TITLE, title),
        attribute(2, FILE_DATA, data),
        attribute(2, FILE_PROPERTIES, &properties(list)),
    ]
    .concat()
}

#[test]
fn files_have_their_long_names_and_types() {
    let bytes = block(&[
        attribute(1, CODE_PAGE, &1252_u32.to_le_bytes()),
        attribute(1, SUBJECT, b"Figures\0"),
        file(b"LONGNA~1.PDF\0", b"%PDF", &[unicode(LONG_NAME, "Long näme.pdf"), property(0x1e, MIME_TYPE, b"application/pdf\0")]),
        file(b"gr\xfcn.txt\0", b"green", &[]),
    ]);
    let unpacked = unpack(&bytes).expect("files");
    let names: Vec<_> = unpacked.files.iter().map(|file| (file.name.as_str(), file.content.as_slice())).collect();
    assert_eq!(names, [("Long näme.pdf", &b"%PDF"[..]), ("grün.txt", b"green")]);
    assert_eq!(unpacked.files.first().and_then(|file| file.content_type.as_deref()), Some("application/pdf"));
    assert_eq!(unpacked.subject.as_deref(), Some("Figures"));
}

#[test]
fn named_properties_and_lists_of_values_are_passed_over() {
    let named =
        [&3_u16.to_le_bytes()[..], &0x8001_u16.to_le_bytes(), &[7; 16], &0_u32.to_le_bytes(), &[9; 4], &[1, 0, 0, 0]].concat();
    let spelt = [
        &0x1e_u16.to_le_bytes()[..],
        &0x8002_u16.to_le_bytes(),
        &[7; 16],
        &1_u32.to_le_bytes(),
        &padded(b"N\0a\0m\0"),
        &1_u32.to_le_bytes(),
        &padded(b"v\0"),
    ]
    .concat();
    let several = [&0x1003_u16.to_le_bytes()[..], &0x1234_u16.to_le_bytes(), &2_u32.to_le_bytes(), &[1; 8]].concat();
    let time = [&0x40_u16.to_le_bytes()[..], &0x3007_u16.to_le_bytes(), &[1; 8]].concat();
    let list = [
        named,
        spelt,
        several,
        time,
        unicode(BODY_TEXT, "Hello"),
        number(INTERNET_CODE_PAGE, 65001),
        property(0x102, BODY_HTML, "<p>Grüße\0".as_bytes()),
    ];
    let unpacked = unpack(&block(&[attribute(1, MESSAGE_PROPERTIES, &properties(&list))])).expect("a text");
    assert_eq!((unpacked.text.as_deref(), unpacked.html.as_deref()), (Some("Hello"), Some("<p>Grüße")));
}

#[test]
fn a_message_inside_gives_its_text_and_its_files() {
    let inner = block(&[attribute(1, SUBJECT, b"Inner/one\0"), attribute(1, BODY, b"inside\0"), file(b"a.txt\0", b"a", &[])]);
    let object = [&[1; 16][..], &inner].concat();
    let list = [property(0x0d, DATA, &object), unicode(DISPLAY_NAME, "shown")];
    let outer = block(&[attribute(2, FILE_BEGINS, &[0; 14]), attribute(2, FILE_PROPERTIES, &properties(&list))]);
    let unpacked = unpack(&outer).expect("files");
    let names: Vec<_> = unpacked.files.iter().map(|file| (file.name.as_str(), file.content.as_slice())).collect();
    assert_eq!(names, [("Inner-one.txt", &b"inside"[..]), ("a.txt", b"a")]);
}

#[test]
fn whatever_is_cut_or_wrong_ends_the_reading() {
    assert!(unpack(b"").is_none() && unpack(b"PK\x03\x04").is_none() && unpack(&block(&[])).is_none());
    let bytes = block(&[
        attribute(1, MESSAGE_PROPERTIES, &properties(&[unicode(BODY_TEXT, "Hello")])),
        file(b"a.txt\0", b"content", &[unicode(LONG_NAME, "b.txt")]),
    ]);
    for length in 0..bytes.len() {
        unpack(bytes.get(..length).unwrap_or_default());
    }
    let cut = unpack(bytes.get(..bytes.len() - 40).unwrap_or_default()).expect("a file");
    assert_eq!(cut.files.first().map(|file| file.content.as_slice()), Some(&b"content"[..]));
    let many = [attribute(2, FILE_BEGINS, &[]), attribute(2, FILE_DATA, b"x")].concat().repeat(10_000);
    assert_eq!(unpack(&block(&[many])).map(|unpacked| unpacked.files.len()), Some(FILES));
    let lying = [&SIGNATURE.to_le_bytes()[..], &[1, 0], &[2, 0x0f, 0x80, 6, 0, 0xff, 0xff, 0xff, 0xff], b"rest"].concat();
    assert_eq!(
        unpack(&lying).and_then(|unpacked| unpacked.files.into_iter().next()).map(|file| file.content),
        Some(b"rest".to_vec())
    );
    let nested = (0..30).fold(block(&[attribute(1, BODY, b"deep\0")]), |inner, _| {
        let object = [&[1; 16][..], &inner].concat();
        block(&[attribute(2, FILE_PROPERTIES, &properties(&[property(0x0d, DATA, &object)]))])
    });
    assert!(unpack(&nested).is_some());
}
