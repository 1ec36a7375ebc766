from tests.library.content_folder import CONTENT


def test_the_guide_for_authors_names_every_file_of_words() -> None:
    guide = (CONTENT / "README.md").read_text(encoding="utf-8")

    assert [file.name for file in (CONTENT / "words").iterdir() if file.name not in guide] == []
