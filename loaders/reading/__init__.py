"""Opens files safely: contract, limits, admission; CSV, JSON, XML, HTML and workbooks."""
