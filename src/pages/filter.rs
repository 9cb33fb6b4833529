//! One filter: what it is made of, which services use it, and how it is set up.

use leptos::prelude::*;
use maxscale::filter::Filter;
use maxscale::name::FilterName;
use maxscale::object::{Kind, objects};

use crate::api;
use crate::components::links::ObjectLinks;
use crate::components::object_page::{ObjectPage, Values, relatives, words};
use crate::query::{Query, use_query};
use crate::ui::facts::{Fact, Facts};
use crate::ui::section::Section;

/// The page of the filter with this name.
#[component]
pub fn FilterPage(name: FilterName) -> impl IntoView {
    let title = name.to_string();
    let filter = use_query(api::filters::one(name.clone()));
    view! {
        <ObjectPage status=filter.status() name=title kind=Kind::Filter>
            <div class="stack">
                <Overview filter=filter />
                <div class="columns">
                    <Values
                        title=texts::attributes::parameters()
                        value=filter.part(|filter| filter.parameters.clone())
                    />
                    <Values
                        title=texts::attributes::diagnostics()
                        value=filter.part(|filter| filter.diagnostics.clone())
                    />
                </div>
            </div>
        </ObjectPage>
    }
}

#[component]
fn Overview(filter: Query<Filter>) -> impl IntoView {
    let module = words(filter, |filter| Some(filter.module.clone()));
    let services = relatives(filter, |filter| objects(&filter.services));
    view! {
        <Section title=texts::attributes::overview()>
            <Facts>
                <Fact label=texts::attributes::module()>{module}</Fact>
                <Fact label=texts::objects::services()>
                    <ObjectLinks to=services />
                </Fact>
            </Facts>
        </Section>
    }
}
