class XlsxWriterException(Exception): ...  # noqa: N818 - the name that the library gives it
