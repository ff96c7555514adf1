//! The words the desk writes: templates, what they are given, sentences, and a sample of every letter.
//!
//! Rendering is pure. What a template may show is in [`Model`] alone; texts from outside stay text, whatever they look like.
//! Letters to staff begin with a line that starts like [`REPLY_MARK`]; whoever trims a reply may cut there.

mod alert;
mod builtin;
mod clean;
mod contacts;
mod flag;
mod flatten;
mod helper;
mod list;
mod mask;
mod model;
mod notice;
mod people;
mod review;
mod sample;
mod structure;
mod template;
mod word;

pub use alert::{alert_sentences, alert_subject, alert_ticket, alert_title};
pub use flag::{flag, local_time};
pub use list::{listed, sections};
pub use mask::masked;
pub use model::{
    AlertView, ArticleView, ChoiceView, CommandView, CriterionView, FigureView, InvitationView, ListView, ListedView,
    MessageView, Model, PictureView, ReportView, ReviewView, RowView, SectionView, SurveyView, TicketView,
};
pub use notice::notice;
pub use sample::{sample, sample_in};
pub use template::{REPLY_MARK, Rendered, TemplateProblem, Templates};
