//! What edits leave alone, and what they do.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::*;

/// A file as people write them: comments everywhere, odd spaces, lists over several lines, a table of its own.
const FILE: &str = r#"# The people.   

[[staff]]
name = "ann"   # she was first
address="ann@example.org"
teams  = [ "support" ,"billing" ]

# Her phone is private.
contact = { phone = "1" , room = "2.14" }

   # Indented, with a list over several lines.
   [[staff]]
   name = 'bob'
   address = 'bob@example.org'
   skills = [
      "printers", # since 2024
      { name = "networks", level = 5 },
   ]
   substitute = "ann"
   [staff.contact]
   phone = "3"

[[team]]
name = "support"
lead = "bob"
members = [
  "ann", # the boss
  "bob"
]

[[team]]
name = "billing"
members = ["bob"]
# The end.
"#;

fn text(words: &str) -> Scalar {
    Scalar::Text(words.to_owned())
}

fn edited(file: &str, edit: impl FnOnce(&mut StaffFile) -> Result<(), EditError>) -> String {
    let mut staff = StaffFile::read(file).expect("TOML");
    edit(&mut staff).expect("edited");
    staff.text()
}

/// The lines that went and those that came.
fn difference(before: &str, after: &str) -> String {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.split('\n').collect(), after.split('\n').collect());
    let same = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let rest = before[same..].iter().rev().zip(after[same..].iter().rev()).take_while(|(a, b)| a == b).count();
    let gone = before[same..before.len() - rest].iter().map(|line| format!("- {line}\n"));
    let come = after[same..after.len() - rest].iter().map(|line| format!("+ {line}\n"));
    gone.chain(come).collect()
}

fn change(name: &str, edits: &[KeyEdit]) -> String {
    // Whatever is done to a file must be done to the same file with other line ends, and nothing else.
    let after = edited(FILE, |file| file.change(name, edits));
    let windows = edited(&FILE.replace('\n', "\r\n"), |file| file.change(name, edits));
    assert_eq!(windows, after.replace('\n', "\r\n"));
    difference(FILE, &after)
}

#[test]
fn a_value_is_changed_in_its_place() {
    let edits = [KeyEdit::Set("address", text("ann@example.net"))];
    assert_eq!(change("ann", &edits), "- address=\"ann@example.org\"\n+ address=\"ann@example.net\"\n");
    let edits = [KeyEdit::Set("capacity", Scalar::Number(7))];
    assert_eq!(change("ann", &edits), "+ capacity = 7\n", "behind the last key");
    assert_eq!(change("bob", &edits), "+    capacity = 7\n", "before the table that belongs to the entry, indented like it");
    assert_eq!(change("bob", &[KeyEdit::Unset("substitute")]), "-    substitute = \"ann\"\n");
    assert_eq!(change("bob", &[KeyEdit::Unset("mentor")]), "");
}

#[test]
fn lists_grow_and_shrink_by_one() {
    let add = |key, word: &str, level| [KeyEdit::Add(key, word.to_owned(), level)];
    let take = |key, word: &str| [KeyEdit::Take(key, word.to_owned())];
    assert_eq!(
        change("ann", &add("teams", "sales", None)),
        "- teams  = [ \"support\" ,\"billing\" ]\n+ teams  = [ \"support\" ,\"billing\", \"sales\" ]\n"
    );
    assert_eq!(change("ann", &add("teams", "support", None)), "", "it is there already");
    assert_eq!(change("bob", &add("teams", "sales", None)), "+    teams = [\"sales\"]\n");
    assert_eq!(change("bob", &add("skills", "phones", Some(2))), "+       { name = \"phones\", level = 2 },\n");
    assert_eq!(
        change("bob", &add("skills", "printers", Some(4))),
        "-       \"printers\", # since 2024\n+       { name = \"printers\", level = 4 }, # since 2024\n"
    );
    assert_eq!(change("ann", &take("teams", "support")), "- teams  = [ \"support\" ,\"billing\" ]\n+ teams  = [ \"billing\" ]\n");
    assert_eq!(change("bob", &take("skills", "networks")), "-       { name = \"networks\", level = 5 },\n");
    let both = [KeyEdit::Take("teams", "support".to_owned()), KeyEdit::Take("teams", "billing".to_owned())];
    assert_eq!(change("ann", &both), "- teams  = [ \"support\" ,\"billing\" ]\n+ teams  = []\n");
}

#[test]
fn contact_data_is_set_however_it_is_written() {
    let set = |value: Option<&str>| [KeyEdit::SetIn("contact", "phone".to_owned(), value.map(str::to_owned))];
    assert_eq!(
        change("ann", &set(Some("9"))),
        "- contact = { phone = \"1\" , room = \"2.14\" }\n+ contact = { phone = \"9\" , room = \"2.14\" }\n"
    );
    assert_eq!(change("bob", &set(Some("9"))), "-    phone = \"3\"\n+    phone = \"9\"\n");
    assert_eq!(change("bob", &set(None)), "-    phone = \"3\"\n");
    let edits = [KeyEdit::SetIn("contact", "out of office".to_owned(), Some("4".to_owned()))];
    assert_eq!(change("bob", &edits), "+    \"out of office\" = \"4\"\n");
}

#[test]
fn somebody_is_added_behind_the_last_entry() {
    let edits = [
        KeyEdit::Set("address", text("eve@example.org")),
        KeyEdit::Add("teams", "support".to_owned(), None),
        KeyEdit::Add("teams", "billing".to_owned(), None),
        KeyEdit::Add("languages", "de".to_owned(), Some(4)),
        KeyEdit::SetIn("contact", "phone".to_owned(), Some("5 \"x\"".to_owned())),
        KeyEdit::Set("confirmed", Scalar::Flag(false)),
    ];
    let after = edited(FILE, |file| file.add("eve", &edits));
    let entry = "+ [[staff]]\n+ name = \"eve\"\n+ address = \"eve@example.org\"\n+ teams = [\"support\", \"billing\"]\n\
                 + languages = [{ name = \"de\", level = 4 }]\n+ contact = { phone = '5 \"x\"' }\n+ confirmed = false\n+ \n";
    assert_eq!(difference(FILE, &after), entry);
    let eve = after.find("name = \"eve\"");
    assert!(eve < after.find("[[team]]") && after.find("phone = \"3\"") < eve);
    let windows = edited(&FILE.replace('\n', "\r\n"), |file| file.add("eve", &edits));
    assert_eq!(windows, after.replace('\n', "\r\n"));
    assert!(matches!(StaffFile::read(FILE).expect("TOML").add("bob", &edits), Err(EditError::Exists(_))));
    let alone = "[[staff]]\nname = \"eve\"\n";
    assert_eq!(edited("", |file| file.add("eve", &[])), alone);
    assert_eq!(edited("# none yet", |file| file.add("eve", &[])), format!("# none yet\n\n{alone}"));
    assert_eq!(edited("\u{feff}# x\n", |file| file.add("eve", &[])), format!("\u{feff}# x\n\n{alone}"));
}

#[test]
fn somebody_is_removed_and_what_stands_around_stays() {
    let after = edited(FILE, |file| file.remove("ann"));
    let (head, rest) = (FILE.split_once("[[staff]]").expect("head").0, FILE.split_once("   # Indented").expect("rest").1);
    assert_eq!(after, format!("{head}   # Indented{rest}"));
    let after = edited(FILE, |file| file.remove("bob"));
    let rest = FILE.split_once("phone = \"3\"\n").expect("rest").1;
    let head = FILE.split_once("   [[staff]]\n   name = 'bob'").expect("head").0;
    assert_eq!(after, format!("{head}{rest}"));
    // Who comes and goes leaves nothing behind, not even where two blank lines stand below.
    let spaced = FILE.replace("phone = \"3\"\n", "phone = \"3\"\n\n");
    assert_eq!(edited(&spaced, |file| file.add("eve", &[]).and_then(|()| file.remove("eve"))), spaced);
}

#[test]
fn references_are_named_with_their_lines_and_taken_out() {
    let file = StaffFile::read(FILE).expect("TOML");
    let found = file.references("bob").expect("read");
    let shown: Vec<String> = found.iter().map(|one| format!("{} {}", one.line, one.what)).collect();
    assert_eq!(shown, ["25 team support: lead", "26 team support: members", "33 team billing: members"]);
    let found = file.references("ann").expect("read");
    assert_eq!(found.iter().map(|one| one.what.as_str()).collect::<Vec<_>>(), ["staff bob: substitute", "team support: members"]);
    let after = edited(FILE, |file| file.drop_references("bob"));
    let expected = FILE.replace("lead = \"bob\"\n", "").replace("  \"bob\"\n", "").replace("members = [\"bob\"]", "members = []");
    assert_eq!(after, expected);
    let after = edited(FILE, |file| file.drop_references("ann"));
    assert!(after.contains("members = [\n  \"bob\"\n]") && !after.contains("substitute"));
}

#[test]
fn what_cannot_be_edited_is_refused_with_what_to_do() {
    let broken = StaffFile::read("[[staff]\nname = 1").expect_err("no TOML").to_string();
    assert!(broken.contains("line 1"), "{broken}");
    let mut inline = StaffFile::read("staff = [{ name = \"ann\", address = \"ann@example.org\" }]\n").expect("TOML");
    assert!(matches!(inline.add("bob", &[]), Err(EditError::NoSections)));
    let mut file = StaffFile::read(FILE).expect("TOML");
    let unknown = file.change("bbo", &[KeyEdit::Unset("role")]).expect_err("unknown").to_string();
    assert_eq!(unknown, "nobody in staff.toml is called `bbo`; did you mean `bob`?");
    assert_eq!(file.text(), FILE);
}

#[test]
fn a_file_is_replaced_whole_and_keeps_its_mode() {
    let dir = tempfile::tempdir().expect("directory");
    let path = dir.path().join("staff.toml");
    put_in_place(&path, "", "new").expect("made");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("mode");
    put_in_place(&path, "new", "newer").expect("replaced");
    assert_eq!(fs::read_to_string(&path).expect("read"), "newer");
    assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o7777, 0o640);
    assert!(matches!(put_in_place(&path, "new", "x"), Err(EditError::Changed)), "somebody else has written it meanwhile");
    let link = dir.path().join("link.toml");
    std::os::unix::fs::symlink(&path, &link).expect("linked");
    put_in_place(&link, "newer", "newest").expect("replaced");
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    assert_eq!(fs::read_to_string(&path).expect("read"), "newest");
    fs::write(dir.path().join(".staff.toml.new"), "").expect("written");
    assert!(matches!(put_in_place(&path, "newest", "x"), Err(EditError::UnderWay(_))));
    assert_eq!(fs::read_to_string(&path).expect("read"), "newest");
    assert_eq!(fs::read_dir(dir.path()).expect("read").count(), 3);
}
