//! The API's description is complete, and its examples are true: an integrator starts from them.

use daftar_testing::{Backend, Persona, TestApp};
use serde_json::{Map, Value, json};

/// Codes that say that a body was not understood.
const MISUNDERSTOOD: [&str; 5] = ["invalid", "length", "range", "required", "unknown-field"];

fn description() -> Value {
    serde_json::from_str(&daftar_api::openapi().to_json().unwrap()).unwrap()
}

/// Every operation with its method and path.
fn operations(api: &Value) -> Vec<(String, String, Value)> {
    let mut found = Vec::new();
    for (path, item) in api["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            found.push((method.to_uppercase(), path.clone(), operation.clone()));
        }
    }
    assert!(found.len() > 80, "the description lost its operations");
    found
}

/// The named schemas of the description.
fn schemas(api: &Value) -> &Map<String, Value> {
    api["components"]["schemas"].as_object().unwrap()
}

/// The name of the schema of the operation's JSON body.
fn body_schema(operation: &Value) -> Option<&str> {
    let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
    schema["$ref"].as_str()?.rsplit('/').next()
}

/// What is wrong with a value by a named schema.
fn faults(api: &Value, name: &str, value: &Value) -> Vec<String> {
    let schema = json!({"$ref": format!("#/components/schemas/{name}"), "components": api["components"]});
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    let told = |error: jsonschema::ValidationError<'_>| format!("{name}{}: {error}", error.instance_path());
    validator.iter_errors(value).map(told).collect()
}

#[test]
fn every_operation_says_what_it_does() {
    let api = description();
    for (method, path, operation) in operations(&api) {
        let id = operation["operationId"].as_str().unwrap_or_default();
        let camel = id.starts_with(|c: char| c.is_ascii_lowercase()) && id.chars().all(char::is_alphanumeric);
        assert!(camel, "{method} {path}: operationId {id:?}");
        for field in ["summary", "description"] {
            let text = operation[field].as_str().unwrap_or_default();
            assert!(text.len() > 8 && text.ends_with('.'), "{id}: {field} {text:?}");
        }
        assert_eq!(operation["tags"].as_array().map(Vec::len), Some(1), "{id}: one tag");
    }
}

#[test]
fn every_code_that_a_description_names_is_a_code_of_a_problem_or_a_warning() {
    let warnings = ["many_noting_officers", "same_contact", "vacant_post", "volume_full"];
    for (_, _, operation) in operations(&description()) {
        let text = operation["description"].as_str().unwrap().to_owned();
        let quoted = text.split('`').skip(1).step_by(2);
        for word in quoted.filter(|word| word.contains('-') && word.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
        {
            assert!(
                daftar_api::problem::texts().any(|text| text.code == word),
                "{}: {word}",
                operation["operationId"]
            );
        }
        for warning in text.split("The warning `").skip(1) {
            let word = warning.split('`').next().unwrap();
            assert!(warnings.contains(&word), "{}: {word}", operation["operationId"]);
        }
    }
}

#[test]
fn every_operation_that_a_description_names_exists() {
    let api = description();
    let operations = operations(&api);
    let ids: Vec<_> = operations
        .iter()
        .map(|(_, _, operation)| operation["operationId"].as_str().unwrap())
        .collect();
    for (_, _, operation) in &operations {
        let text = operation["description"].as_str().unwrap();
        let quoted = text.split('`').skip(1).step_by(2);
        let camel =
            |word: &&str| word.chars().all(char::is_alphanumeric) && word.chars().skip(1).any(char::is_uppercase);
        for word in quoted.filter(|word| word.starts_with(char::is_lowercase)).filter(camel) {
            assert!(ids.contains(&word), "{}: {word}", operation["operationId"]);
        }
    }
}

#[test]
fn every_json_body_has_an_example() {
    let api = description();
    for (_, _, operation) in operations(&api) {
        if operation["requestBody"]["content"].get("application/json").is_some() {
            let name = body_schema(&operation).unwrap();
            let example = &schemas(&api)[name]["example"];
            let whole = example
                .as_object()
                .is_some_and(|example| name == "Empty" || !example.is_empty());
            assert!(whole, "{name} has no example");
        }
    }
}

#[test]
fn every_object_that_an_operation_answers_has_an_example() {
    let api = description();
    for (_, _, operation) in operations(&api) {
        for response in operation["responses"].as_object().unwrap().values() {
            for (kind, content) in response["content"].as_object().into_iter().flatten() {
                let Some(schema) = content["schema"]["$ref"].as_str().filter(|_| kind.ends_with("json")) else {
                    continue;
                };
                let name = schema.rsplit('/').next().unwrap();
                assert!(
                    schemas(&api)[name]["example"].is_object(),
                    "{}: {name}",
                    operation["operationId"]
                );
            }
        }
    }
}

#[test]
fn every_example_is_valid_by_its_own_schema() {
    let api = description();
    let examples = schemas(&api)
        .iter()
        .filter_map(|(name, schema)| Some((name, schema.get("example")?)));
    let wrong: Vec<String> = examples
        .flat_map(|(name, example)| faults(&api, name, example))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(
        !faults(&api, "OpenFile", &json!({"subject": 7})).is_empty(),
        "the check is blind"
    );
}

/// The examples name things that this office has not; it must have understood them before it says so.
#[tokio::test]
async fn the_server_understands_every_example() {
    let app = TestApp::start(Backend::Sqlite, env!("CARGO_BIN_EXE_daftar-test-papers")).await;
    let api = description();
    let nobody = "00000000-0000-7000-8000-000000000000";
    for (method, path, operation) in operations(&api) {
        let Some(name) = body_schema(&operation) else { continue };
        let persona = match operation["tags"][0].as_str().unwrap() {
            "Organisation" => Persona::Administrator,
            "Receipts" => Persona::Clerk,
            _ => Persona::SectionOfficer,
        };
        let client = app.acting(persona).if_match("\"1\"");
        let request = client
            .request(&method, &path.replace("{id}", nobody))
            .json(&schemas(&api)[name]["example"]);
        let reply = client.send(request).await;
        let codes: Vec<_> = reply.json["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|error| &error["code"])
            .collect();
        let understood = codes
            .iter()
            .all(|code| !MISUNDERSTOOD.contains(&code.as_str().unwrap()));
        assert!(
            understood && ![400, 415, 428, 500].contains(&reply.status),
            "{name}: {} {}",
            reply.status,
            reply.json
        );
    }
}
