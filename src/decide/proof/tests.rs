//! The table of proof, as `tests/proof.txt` has it, and what must hold of every line of it.

use super::*;

const TOKENS: [TokenStanding; 3] = [TokenStanding::Own, TokenStanding::Foreign, TokenStanding::Missing];
const THREADS: [Proof; 3] = [Proof::E0, Proof::E1m, Proof::E1];
const SENDERS: [SenderProof; 4] = [SenderProof::None, SenderProof::Fail, SenderProof::E2w, SenderProof::E2];
const RISKS: [Risk; 4] = [Risk::ReadOnly, Risk::Own, Risk::Usual, Risk::High];

fn evidence(token: TokenStanding, thread: Proof, sender: SenderProof) -> Evidence {
    Evidence {
        token,
        thread,
        sender,
        is_confirmed: false,
        keys_unreachable: false,
        date: DateStanding::Fresh,
        locked_until: None,
    }
}

fn settings() -> impl Iterator<Item = Setting> {
    [AgentProof::TokenAndDkim, AgentProof::Token]
        .into_iter()
        .flat_map(|agents| [true, false].map(|has_tokens| Setting { agents, has_tokens }))
}

/// Every evidence there can be: a token is a proof of its thread, and nothing else is that proof.
fn all() -> Vec<Evidence> {
    let mut all = Vec::new();
    for token in TOKENS {
        for thread in THREADS {
            if (token == TokenStanding::Missing) != (thread == Proof::E1) {
                all.extend(SENDERS.map(|sender| evidence(token, thread, sender)));
            }
        }
    }
    all
}

fn shown(answer: &Authorization) -> String {
    let name = |notice: &Notice| format!("{notice:?}").split([' ', '{']).next().unwrap_or_default().to_owned();
    match answer {
        Authorization::Granted => "granted".to_owned(),
        Authorization::Confirm(challenge) => {
            format!("confirm within {}, {} an hour: {}", challenge.within, challenge.per_hour, name(&challenge.because))
        }
        Authorization::Refused(notice) => format!("refused and told: {}", name(notice)),
        Authorization::Unvouched => "refused in silence".to_owned(),
    }
}

#[test]
fn the_table_of_proof_is_the_reviewed_one() {
    let mut table = String::from("token, thread, sender × risk: answer, for each setting of a mailbox\n");
    for setting in settings() {
        let tokens = if setting.has_tokens { "reply addresses carry tokens" } else { "no reply address carries a token" };
        table.push_str(&format!("\nagents = {:?}; {tokens}\n", setting.agents));
        for evidence in all() {
            for risk in RISKS {
                let answer = shown(&authorize(risk, "forget", &evidence, setting));
                let Evidence { token, thread, sender, .. } = evidence;
                table.push_str(&format!("  {token:?}, {}, {} × {risk:?}: {answer}\n", thread.as_str(), sender.as_str()));
            }
        }
    }
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/proof.txt");
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&file, &table).expect("written");
    }
    let reviewed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(table == reviewed, "UPDATE_GOLDENS=1 rewrites {}; read the difference:\n{table}", file.display());
}

#[test]
fn i01_from_alone_gives_nothing_and_sends_nothing() {
    for setting in settings() {
        for risk in RISKS {
            for sender in [SenderProof::None, SenderProof::E2w, SenderProof::Fail] {
                let bare = evidence(TokenStanding::Missing, Proof::E0, sender);
                assert_eq!(authorize(risk, "close", &bare, setting), Authorization::Unvouched, "{sender:?} {risk:?}");
            }
        }
    }
}

#[test]
fn what_would_change_something_is_granted_by_token_or_own_id_alone() {
    for setting in settings() {
        for one in all() {
            if authorize(Risk::Usual, "close", &one, setting) != Authorization::Granted {
                continue;
            }
            let by_token = one.token == TokenStanding::Own
                && one.sender != SenderProof::Fail
                && (setting.agents == AgentProof::Token || one.sender == SenderProof::E2);
            let by_id = !setting.has_tokens && one.thread == Proof::E1m && one.sender == SenderProof::E2;
            assert!(by_token || by_id, "{one:?} {setting:?}");
        }
    }
}

#[test]
fn c09_what_cannot_be_taken_back_is_never_done_unasked() {
    for setting in settings() {
        for one in all() {
            let asked = authorize(Risk::High, "forget", &one, setting);
            assert_ne!(asked, Authorization::Granted, "{one:?}");
            if let Authorization::Confirm(challenge) = asked {
                assert_eq!(challenge.within, limit::CONFIRM_WITHIN);
            }
            let confirmed = Evidence { is_confirmed: true, ..one };
            assert_eq!(authorize(Risk::High, "forget", &confirmed, setting), Authorization::Granted);
        }
    }
}

#[test]
fn a_full_proof_is_asked_about_where_the_name_is_locked_or_the_mail_is_old() {
    let setting = Setting { agents: AgentProof::TokenAndDkim, has_tokens: true };
    let full = evidence(TokenStanding::Own, Proof::E1, SenderProof::E2);
    let at = Timestamp::from_seconds(1);
    let doubts = [
        (Evidence { locked_until: Some(at), ..full }, Notice::NameLocked { until: at }),
        (Evidence { date: DateStanding::Doubtful(at), ..full }, Notice::DateDoubtful { at }),
        (Evidence { date: DateStanding::Missing, ..full }, Notice::Undated),
    ];
    assert_eq!(authorize(Risk::Usual, "close", &full, setting), Authorization::Granted);
    for (doubtful, because) in doubts {
        let asked = authorize(Risk::Usual, "close", &doubtful, setting);
        assert!(matches!(&asked, Authorization::Confirm(challenge) if challenge.because == because), "{asked:?}");
        // Reading harms nobody: the answer goes to the registered address.
        assert_eq!(authorize(Risk::ReadOnly, "show", &doubtful, setting), Authorization::Granted);
    }
}

#[test]
fn i31_without_keys_the_agent_is_asked_and_told_why() {
    let setting = Setting { agents: AgentProof::TokenAndDkim, has_tokens: true };
    let unchecked = Evidence { keys_unreachable: true, ..evidence(TokenStanding::Own, Proof::E1, SenderProof::None) };
    let asked = authorize(Risk::Usual, "close", &unchecked, setting);
    assert!(matches!(&asked, Authorization::Confirm(challenge) if challenge.because == Notice::KeysUnreachable), "{asked:?}");
}

#[test]
fn a_question_is_only_asked_of_whom_something_vouches_for() {
    for setting in settings() {
        for one in all() {
            for risk in RISKS {
                if let Authorization::Confirm(_) = authorize(risk, "close", &one, setting) {
                    let vouched = one.token == TokenStanding::Own || one.sender == SenderProof::E2 || one.thread == Proof::E1m;
                    assert!(vouched, "{one:?}");
                }
            }
        }
    }
}
