"""Decodes a call's parameters from query, form, JSON or multipart, and refuses unknown ones."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.sandbox.refusals import RefusalError, bad_request

LARGEST_BODY = 55 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file that came with a call."""

    content: bytes = field(repr=False)
    file_name: str
    mime_type: str


def _from_json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def _chat_number(value: Any) -> Any:
    digits = str(value).removeprefix("-")
    return int(value) if digits.isdecimal() else 0


ChatId = Annotated[int, BeforeValidator(_chat_number)]
JsonObject = Annotated[dict[str, Any], BeforeValidator(_from_json)]
JsonList = Annotated[list[Any], BeforeValidator(_from_json)]
File = str | Upload


class Asked(BaseModel):
    """The parameters of one method; what it does not name is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    attached: dict[str, Upload] = Field(default_factory=dict, exclude=True)

    def file(self, value: File | None) -> File | None:
        """Return a file parameter with `attach://` followed to what came with the call."""
        if isinstance(value, str) and value.startswith("attach://"):
            return self.attached.get(value.removeprefix("attach://"))
        return value


SomeAsked = TypeVar("SomeAsked", bound=Asked)


async def decode(request: Request) -> dict[str, Any]:
    """Return the parameters of a request as they came; the body wins over the query."""
    values: dict[str, Any] = dict(request.query_params)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if int(request.headers.get("content-length") or 0) > LARGEST_BODY:
        raise RefusalError(413, "Request Entity Too Large")
    if kind == "application/json":
        values |= _json_body(await request.body())
    elif kind in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        values |= await _form_body(request)
    return {name: value for name, value in values.items() if value is not None and value != ""}


def understand(model: type[SomeAsked], method: str, values: Mapping[str, Any]) -> SomeAsked:
    """Return typed parameters; raise RefusalError for what is unknown or cannot be read."""
    known = {name: value for name, value in values.items() if name in model.model_fields}
    others = {name: value for name, value in values.items() if name not in known}
    mentioned = json.dumps(known, default=str)
    attached = {
        name: value
        for name, value in others.items()
        if isinstance(value, Upload) and f"attach://{name}" in mentioned
    }
    unknown = sorted((set(others) - set(attached)) | (set(known) & {"attached"}))
    if unknown:
        raise bad_request(
            f"the sandbox refuses what {method} has no parameter for: {', '.join(unknown)}"
            " (Telegram would ignore it)"
        )
    return validated(model, known | {"attached": attached})


def validated(model: type[SomeAsked], values: Mapping[str, Any]) -> SomeAsked:
    """Return typed parameters; raise RefusalError, naming the first that cannot be read."""
    try:
        return model.model_validate(values)
    except ValidationError as error:
        name = error.errors()[0]["loc"][0]
        raise bad_request(f"Can't parse {name}: {error.errors()[0]['msg']}") from None


def _json_body(body: bytes) -> dict[str, Any]:
    try:
        values = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("Can't parse JSON object") from None
    if not isinstance(values, dict):
        raise bad_request("Object expected")
    return values


async def _form_body(request: Request) -> dict[str, Any]:
    try:
        async with request.form(max_files=20, max_part_size=LARGEST_BODY) as form:
            return {
                name: value if isinstance(value, str) else await _upload(value)
                for name, value in form.multi_items()
            }
    except HTTPException as error:
        raise bad_request(f"Can't parse form: {error.detail}") from None


async def _upload(part: UploadFile) -> Upload:
    return Upload(
        content=await part.read(),
        file_name=part.filename or "file",
        mime_type=part.content_type or "application/octet-stream",
    )
