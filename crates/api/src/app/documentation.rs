//! `OpenAPI` 3.1, made from the registered routes.

use super::routes::configure;
use crate::problem::documented;
use actix_web::App;
use utoipa::OpenApi;
use utoipa::openapi::path::{Operation, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{PathItem, Required, SecurityRequirement};
use utoipa_actix_web::AppExt as _;

#[derive(OpenApi)]
#[openapi(info(
    title = "Daftar",
    description = "The electronic office: receipts, files, notes, movements.\n\n\
        Times are RFC 3339 in UTC, dates ISO 8601, ids UUIDs. Lists are read by keyset cursors. \
        Errors are RFC 9457 problems in the language of `Accept-Language` (en, ur).",
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

/// Path templates with their methods, as the router knows them.
pub(crate) fn route_methods(api: &utoipa::openapi::OpenApi) -> Vec<(String, Vec<String>)> {
    let methods = |item: &PathItem| {
        let all = [
            ("GET", &item.get),
            ("PUT", &item.put),
            ("POST", &item.post),
            ("DELETE", &item.delete),
            ("PATCH", &item.patch),
        ];
        all.iter()
            .filter(|(_, operation)| operation.is_some())
            .map(|(name, _)| (*name).to_owned())
            .collect()
    };
    api.paths
        .paths
        .iter()
        .map(|(path, item)| (path.clone(), methods(item)))
        .collect()
}
