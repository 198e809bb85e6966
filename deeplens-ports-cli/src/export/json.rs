//! The whole map as JSON.

use super::written::Written;
use deeplens_ports::Map;
use serde::ser::{Serialize, SerializeStruct, Serializer};

pub(super) fn text(map: Map) -> Result<Written, String> {
    let text = serde_json::to_string_pretty(&Whole(map)).map_err(|error| error.to_string())?;
    Ok(Written {
        text: text + "\n",
        remarks: Vec::new(),
    })
}

struct Whole(Map);

impl Serialize for Whole {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let map = self.0;
        let services: Vec<_> = map.services().iter().map(|it| it.owner()).collect();
        let groups: Vec<_> = map.groups().iter().map(|it| it.owner()).collect();
        let mut object = serializer.serialize_struct("Map", 7)?;
        object.serialize_field("made_by", "deeplens-ports export json")?;
        object.serialize_field("map", &map)?;
        object.serialize_field("groups", &groups)?;
        object.serialize_field("services", &services)?;
        object.serialize_field("endpoints", map.endpoints())?;
        object.serialize_field("ranges", map.ranges())?;
        object.serialize_field("container_endpoints", map.container_endpoints())?;
        object.end()
    }
}
