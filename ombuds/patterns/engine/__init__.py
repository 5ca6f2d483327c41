"""Text in, patterns and signals out. No Django: values in, values out; also a library and a command line (`ombuds patterns`).

`chain.Chain` is the whole: it takes complaints in order of date and answers what each resembles, which pattern it belongs to,
and which series stand out because of it. The rest are its parts, each of use by itself.
"""
