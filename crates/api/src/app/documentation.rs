//! `OpenAPI` 3.1, made from the registered routes.

use super::routes::configure;
use crate::problem::documented;
use actix_web::App;
use serde_json::{Value, json};
use std::collections::HashSet;
use utoipa::OpenApi;
use utoipa::openapi::path::{Operation, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ArrayItems, KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Components, PathItem, RefOr, Required, Schema, SecurityRequirement};
use utoipa_actix_web::AppExt as _;

#[derive(OpenApi)]
#[openapi(info(
    title = "Daftar",
    description = "The electronic office: receipts, files, notes, movements.\n\n\
        `signIn` gives an access token for `Authorization: Bearer`. Work belongs to posts: a person who holds several \
        names the one acted for in `Acting-Post`, and an operation says which posts may call it. A post without the \
        role gets 403 `role-missing`; what a post may not see does not exist for it, and is 404. A post that weighs needs \
        a second factor: `signIn` asks for it, and a session without one gets 403 `second-factor-required`.\n\n\
        A change of something that exists needs its `ETag` in `If-Match`: 428 `if-match-required` without, 412 `stale` \
        when somebody was faster; read it again then. A request with an `Idempotency-Key` is done once: the same again \
        gets the same answer for a day, and the key with another body 422 `idempotency-mismatch`. Every official act \
        is an entry of the ledger, whose digest the answer has as `entry`.\n\n\
        Errors are RFC 9457 problems with a stable `code`, in the language of `Accept-Language` (en, ur). Unknown \
        fields and filters are refused, not ignored. Times are RFC 3339 in UTC, dates ISO 8601, ids UUIDs. A list is \
        read on with its `next_cursor`.",
    license(name = "Apache-2.0", identifier = "Apache-2.0")
))]
struct Base;

/// The documentation of everything that is registered.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let (_, mut api) = App::new()
        .into_utoipa_app()
        .openapi(Base::openapi())
        .configure(configure)
        .split_for_parts();
    complete(&mut api);
    api
}

fn complete(api: &mut utoipa::openapi::OpenApi) {
    env!("CARGO_PKG_VERSION").clone_into(&mut api.info.version);
    let components = api.components.get_or_insert_default();
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .build();
    components
        .security_schemes
        .insert("bearer".to_owned(), SecurityScheme::Http(bearer).into());
    components.schemas.extend(documented::schemas());
    show_lists(components);
    for item in api.paths.paths.values_mut() {
        for operation in operations(item) {
            // Operations say `security(())` when they are public; all others are for officers.
            if operation.security.is_none() {
                operation.security = Some(vec![SecurityRequirement::new("bearer", Vec::<String>::new())]);
                operation.parameters.get_or_insert_default().push(acting_post().into());
            }
        }
    }
}

/// A list without an example of its own shows its last page, with the example of its item on it.
fn show_lists(components: &mut Components) {
    let pages: Vec<_> = components
        .schemas
        .iter()
        .filter_map(|(name, schema)| Some((name.clone(), last_page(components, schema)?)))
        .collect();
    for (name, example) in pages {
        if let Some(RefOr::T(Schema::Object(page))) = components.schemas.get_mut(&name) {
            page.example = Some(example);
        }
    }
}

/// The example of a list, if this is a schema of one: what stands beside the items is shown by its own example.
fn last_page(components: &Components, schema: &RefOr<Schema>) -> Option<Value> {
    let RefOr::T(Schema::Object(page)) = schema else {
        return None;
    };
    if page.example.is_some() {
        return None;
    }
    let RefOr::T(Schema::Array(items)) = page.properties.get("items")? else {
        return None;
    };
    let ArrayItems::RefOrSchema(item) = &items.items else {
        return None;
    };
    let mut shown = json!({"items": [example(components, item)?], "next_cursor": null});
    for (name, beside) in page
        .properties
        .iter()
        .filter(|(name, _)| shown.get(name.as_str()).is_none())
        .collect::<Vec<_>>()
    {
        shown[name] = example(components, beside)?;
    }
    Some(shown)
}

/// The example of the schema that is referred to.
fn example(components: &Components, schema: &RefOr<Schema>) -> Option<Value> {
    let RefOr::Ref(to) = schema else { return None };
    match components.schemas.get(to.ref_location.rsplit('/').next()?)? {
        RefOr::T(Schema::Object(object)) => object.example.clone(),
        _ => None,
    }
}

/// The header that names the post acted for.
fn acting_post() -> utoipa::openapi::path::Parameter {
    let id = ObjectBuilder::new()
        .schema_type(Type::String)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)))
        .build();
    ParameterBuilder::new()
        .name("Acting-Post")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some("The post acted for; needed only by a person who holds several"))
        .schema(Some(id))
        .build()
}

/// The operations of a path.
fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [
        &mut item.get,
        &mut item.put,
        &mut item.post,
        &mut item.delete,
        &mut item.patch,
    ]
    .into_iter()
    .flatten()
}

/// The operations that take a query string, as method and path template.
pub(crate) fn operations_with_query(api: &utoipa::openapi::OpenApi) -> HashSet<(String, String)> {
    let takes = |operation: &&Operation| {
        let parameters = operation.parameters.iter().flatten();
        parameters
            .into_iter()
            .any(|parameter| matches!(parameter, RefOr::T(one) if one.parameter_in == ParameterIn::Query))
    };
    let mut found = HashSet::new();
    for (path, item) in &api.paths.paths {
        for (method, operation) in methods(item) {
            if operation.as_ref().is_some_and(|operation| takes(&operation)) {
                found.insert((method.to_owned(), path.clone()));
            }
        }
    }
    found
}

fn methods(item: &PathItem) -> [(&'static str, &Option<Operation>); 5] {
    [
        ("GET", &item.get),
        ("PUT", &item.put),
        ("POST", &item.post),
        ("DELETE", &item.delete),
        ("PATCH", &item.patch),
    ]
}

/// Path templates with their methods, as the router knows them.
pub(crate) fn route_methods(api: &utoipa::openapi::OpenApi) -> Vec<(String, Vec<String>)> {
    let names = |item: &PathItem| {
        methods(item)
            .iter()
            .filter(|(_, operation)| operation.is_some())
            .map(|(name, _)| (*name).to_owned())
            .collect()
    };
    api.paths
        .paths
        .iter()
        .map(|(path, item)| (path.clone(), names(item)))
        .collect()
}
