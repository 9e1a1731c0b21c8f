/* The names of HTML that the parser knows, each with what the standard says of it. One list makes the enums of html.h and the tables that
 * tools/compile_html.c writes at build time.
 *
 * Source: the WHATWG HTML standard, 13.1.2 (void elements), 13.2.4 (special elements, scopes), 13.2.6.4.7 (the rules of "in body"). */
#ifndef ISNAD_HTML_NAMES_H
#define ISNAD_HTML_NAMES_H

/* What an element is to the tree builder; several may hold. */
enum {
  NAME_SPECIAL = 1,    /* stops the search for an element that an end tag may close */
  NAME_FORMATTING = 2, /* b, i, font ...: lives on across block borders in the standard */
  NAME_VOID = 4,       /* never has an end tag */
  NAME_SCOPE = 8,      /* ends every scope */
  NAME_LIST_SCOPE = 16,
  NAME_BUTTON_SCOPE = 32,
  NAME_TABLE_SCOPE = 64,
  NAME_IMPLIED_END = 128, /* its end tag may be left out: dd dt li optgroup option p rb rp rt rtc */
  NAME_THOROUGH_END = 256 /* also at the end of a template: caption colgroup tbody td tfoot th thead tr */
};

/* X(name, constant, rule of its start tag in the body, rule of its end tag there, what it is) */
#define HTML_TAG_NAMES(X)                                                                                                                            \
  X("a", A, A, FORMATTING, NAME_FORMATTING)                                                                                                          \
  X("abbr", ABBR, OTHER, OTHER, 0)                                                                                                                   \
  X("address", ADDRESS, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                  \
  X("amp-img", AMP_IMG, OTHER, OTHER, 0)                                                                                                             \
  X("annotation-xml", ANNOTATION_XML, OTHER, OTHER, 0)                                                                                               \
  X("applet", APPLET, MARKER, MARKER, NAME_SPECIAL | NAME_SCOPE)                                                                                     \
  X("area", AREA, VOID, OTHER, NAME_SPECIAL | NAME_VOID)                                                                                             \
  X("article", ARTICLE, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                  \
  X("aside", ASIDE, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                      \
  X("audio", AUDIO, OTHER, OTHER, 0)                                                                                                                 \
  X("b", B, FORMATTING, FORMATTING, NAME_FORMATTING)                                                                                                 \
  X("base", BASE, HEAD, OTHER, NAME_SPECIAL | NAME_VOID)                                                                                             \
  X("basefont", BASEFONT, HEAD, OTHER, NAME_SPECIAL | NAME_VOID)                                                                                     \
  X("bdi", BDI, OTHER, OTHER, 0)                                                                                                                     \
  X("bdo", BDO, OTHER, OTHER, 0)                                                                                                                     \
  X("bgsound", BGSOUND, HEAD, OTHER, NAME_SPECIAL | NAME_VOID)                                                                                       \
  X("big", BIG, FORMATTING, FORMATTING, NAME_FORMATTING)                                                                                             \
  X("blockquote", BLOCKQUOTE, BLOCK, BLOCK, NAME_SPECIAL)                                                                                            \
  X("body", BODY, BODY, BODY, NAME_SPECIAL)                                                                                                          \
  X("br", BR, VOID, BR, NAME_SPECIAL | NAME_VOID)                                                                                                    \
  X("button", BUTTON, BUTTON, BLOCK, NAME_SPECIAL | NAME_BUTTON_SCOPE)                                                                               \
  X("canvas", CANVAS, OTHER, OTHER, 0)                                                                                                               \
  X("caption", CAPTION, IGNORED, IGNORED, NAME_SPECIAL | NAME_SCOPE | NAME_THOROUGH_END)                                                             \
  X("center", CENTER, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                    \
  X("cite", CITE, OTHER, OTHER, 0)                                                                                                                   \
  X("code", CODE, FORMATTING, FORMATTING, NAME_FORMATTING)                                                                                           \
  X("col", COL, IGNORED, IGNORED, NAME_SPECIAL | NAME_VOID)                                                                                          \
  X("colgroup", COLGROUP, IGNORED, IGNORED, NAME_SPECIAL | NAME_THOROUGH_END)                                                                        \
  X("data", DATA, OTHER, OTHER, 0)                                                                                                                   \
  X("datalist", DATALIST, OTHER, OTHER, 0)                                                                                                           \
  X("dd", DD, DD, DD, NAME_SPECIAL | NAME_IMPLIED_END)                                                                                               \
  X("del", DEL, OTHER, OTHER, 0)                                                                                                                     \
  X("desc", DESC, OTHER, OTHER, 0)                                                                                                                   \
  X("details", DETAILS, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                  \
  X("dfn", DFN, OTHER, OTHER, 0)                                                                                                                     \
  X("dialog", DIALOG, BLOCK, BLOCK, 0)                                                                                                               \
  X("dir", DIR, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                          \
  X("div", DIV, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                          \
  X("dl", DL, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                            \
  X("dt", DT, DD, DD, NAME_SPECIAL | NAME_IMPLIED_END)                                                                                               \
  X("em", EM, FORMATTING, FORMATTING, NAME_FORMATTING)                                                                                               \
  X("embed", EMBED, VOID, OTHER, NAME_SPECIAL | NAME_VOID)                                                                                           \
  X("fieldset", FIELDSET, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                \
  X("figcaption", FIGCAPTION, BLOCK, BLOCK, NAME_SPECIAL)                                                                                            \
  X("figure", FIGURE, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                    \
  X("font", FONT, FORMATTING, FORMATTING, NAME_FORMATTING)                                                                                           \
  X("footer", FOOTER, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                    \
  X("foreignobject", FOREIGNOBJECT, OTHER, OTHER, 0)                                                                                                 \
  X("form", FORM, FORM, FORM, NAME_SPECIAL)                                                                                                          \
  X("frame", FRAME, IGNORED, IGNORED, NAME_SPECIAL | NAME_VOID)                                                                                      \
  X("frameset", FRAMESET, FRAMESET, IGNORED, NAME_SPECIAL)                                                                                           \
  X("h1", H1, HEADING, HEADING, NAME_SPECIAL)                                                                                                        \
  X("h2", H2, HEADING, HEADING, NAME_SPECIAL)                                                                                                        \
  X("h3", H3, HEADING, HEADING, NAME_SPECIAL)                                                                                                        \
  X("h4", H4, HEADING, HEADING, NAME_SPECIAL)                                                                                                        \
  X("h5", H5, HEADING, HEADING, NAME_SPECIAL)                                                                                                        \
  X("h6", H6, HEADING, HEADING, NAME_SPECIAL)                                                                                                        \
  X("head", HEAD, IGNORED, IGNORED, NAME_SPECIAL)                                                                                                    \
  X("header", HEADER, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                    \
  X("hgroup", HGROUP, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                    \
  X("hr", HR, HR, OTHER, NAME_SPECIAL | NAME_VOID)                                                                                                   \
  X("html", HTML, HTML, HTML, NAME_SPECIAL | NAME_SCOPE | NAME_TABLE_SCOPE)                                                                          \
  X("i", I, FORMATTING, FORMATTING, NAME_FORMATTING)                                                                                                 \
  X("iframe", IFRAME, RAW, OTHER, NAME_SPECIAL)                                                                                                      \
  X("image", IMAGE, IMAGE, OTHER, 0)                                                                                                                 \
  X("img", IMG, VOID, OTHER, NAME_SPECIAL | NAME_VOID)                                                                                               \
  X("input", INPUT, INPUT, OTHER, NAME_SPECIAL | NAME_VOID)                                                                                          \
  X("ins", INS, OTHER, OTHER, 0)                                                                                                                     \
  X("kbd", KBD, OTHER, OTHER, 0)                                                                                                                     \
  X("keygen", KEYGEN, VOID, OTHER, NAME_SPECIAL | NAME_VOID)                                                                                         \
  X("label", LABEL, OTHER, OTHER, 0)                                                                                                                 \
  X("legend", LEGEND, OTHER, OTHER, 0)                                                                                                               \
  X("li", LI, LI, LI, NAME_SPECIAL | NAME_IMPLIED_END)                                                                                               \
  X("link", LINK, HEAD, OTHER, NAME_SPECIAL | NAME_VOID)                                                                                             \
  X("listing", LISTING, PRE, BLOCK, NAME_SPECIAL)                                                                                                    \
  X("main", MAIN, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                        \
  X("malignmark", MALIGNMARK, OTHER, OTHER, 0)                                                                                                       \
  X("map", MAP, OTHER, OTHER, 0)                                                                                                                     \
  X("mark", MARK, OTHER, OTHER, 0)                                                                                                                   \
  X("marquee", MARQUEE, MARKER, MARKER, NAME_SPECIAL | NAME_SCOPE)                                                                                   \
  X("math", MATH, MATH, OTHER, 0)                                                                                                                    \
  X("menu", MENU, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                        \
  X("meta", META, HEAD, OTHER, NAME_SPECIAL | NAME_VOID)                                                                                             \
  X("meter", METER, OTHER, OTHER, 0)                                                                                                                 \
  X("mglyph", MGLYPH, OTHER, OTHER, 0)                                                                                                               \
  X("mi", MI, OTHER, OTHER, 0)                                                                                                                       \
  X("mn", MN, OTHER, OTHER, 0)                                                                                                                       \
  X("mo", MO, OTHER, OTHER, 0)                                                                                                                       \
  X("ms", MS, OTHER, OTHER, 0)                                                                                                                       \
  X("mtext", MTEXT, OTHER, OTHER, 0)                                                                                                                 \
  X("nav", NAV, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                          \
  X("nobr", NOBR, NOBR, FORMATTING, NAME_FORMATTING)                                                                                                 \
  X("noembed", NOEMBED, RAW, OTHER, NAME_SPECIAL)                                                                                                    \
  X("noframes", NOFRAMES, HEAD, OTHER, NAME_SPECIAL)                                                                                                 \
  X("noscript", NOSCRIPT, NOSCRIPT, OTHER, NAME_SPECIAL)                                                                                             \
  X("object", OBJECT, MARKER, MARKER, NAME_SPECIAL | NAME_SCOPE)                                                                                     \
  X("ol", OL, BLOCK, BLOCK, NAME_SPECIAL | NAME_LIST_SCOPE)                                                                                          \
  X("optgroup", OPTGROUP, OPTGROUP, OTHER, NAME_IMPLIED_END)                                                                                         \
  X("option", OPTION, OPTION, OTHER, NAME_IMPLIED_END)                                                                                               \
  X("output", OUTPUT, OTHER, OTHER, 0)                                                                                                               \
  X("p", P, BLOCK, P, NAME_SPECIAL | NAME_IMPLIED_END)                                                                                               \
  X("param", PARAM, PARAM, OTHER, NAME_SPECIAL | NAME_VOID)                                                                                          \
  X("picture", PICTURE, OTHER, OTHER, 0)                                                                                                             \
  X("plaintext", PLAINTEXT, PLAINTEXT, OTHER, NAME_SPECIAL)                                                                                          \
  X("pre", PRE, PRE, BLOCK, NAME_SPECIAL)                                                                                                            \
  X("progress", PROGRESS, OTHER, OTHER, 0)                                                                                                           \
  X("q", Q, OTHER, OTHER, 0)                                                                                                                         \
  X("rb", RB, RB, OTHER, NAME_IMPLIED_END)                                                                                                           \
  X("rp", RP, RT, OTHER, NAME_IMPLIED_END)                                                                                                           \
  X("rt", RT, RT, OTHER, NAME_IMPLIED_END)                                                                                                           \
  X("rtc", RTC, RB, OTHER, NAME_IMPLIED_END)                                                                                                         \
  X("ruby", RUBY, OTHER, OTHER, 0)                                                                                                                   \
  X("s", S, FORMATTING, FORMATTING, NAME_FORMATTING)                                                                                                 \
  X("samp", SAMP, OTHER, OTHER, 0)                                                                                                                   \
  X("script", SCRIPT, HEAD, OTHER, NAME_SPECIAL)                                                                                                     \
  X("search", SEARCH, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                    \
  X("section", SECTION, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                  \
  X("select", SELECT, SELECT, BLOCK, NAME_SPECIAL | NAME_SCOPE)                                                                                      \
  X("slot", SLOT, OTHER, OTHER, 0)                                                                                                                   \
  X("small", SMALL, FORMATTING, FORMATTING, NAME_FORMATTING)                                                                                         \
  X("source", SOURCE, PARAM, OTHER, NAME_SPECIAL | NAME_VOID)                                                                                        \
  X("span", SPAN, OTHER, OTHER, 0)                                                                                                                   \
  X("strike", STRIKE, FORMATTING, FORMATTING, NAME_FORMATTING)                                                                                       \
  X("strong", STRONG, FORMATTING, FORMATTING, NAME_FORMATTING)                                                                                       \
  X("style", STYLE, HEAD, OTHER, NAME_SPECIAL)                                                                                                       \
  X("sub", SUB, OTHER, OTHER, 0)                                                                                                                     \
  X("summary", SUMMARY, BLOCK, BLOCK, NAME_SPECIAL)                                                                                                  \
  X("sup", SUP, OTHER, OTHER, 0)                                                                                                                     \
  X("svg", SVG, SVG, OTHER, 0)                                                                                                                       \
  X("table", TABLE, TABLE, OTHER, NAME_SPECIAL | NAME_SCOPE | NAME_TABLE_SCOPE)                                                                      \
  X("tbody", TBODY, IGNORED, IGNORED, NAME_SPECIAL | NAME_THOROUGH_END)                                                                              \
  X("td", TD, IGNORED, IGNORED, NAME_SPECIAL | NAME_SCOPE | NAME_THOROUGH_END)                                                                       \
  X("template", TEMPLATE, HEAD, TEMPLATE, NAME_SPECIAL | NAME_SCOPE | NAME_TABLE_SCOPE)                                                              \
  X("textarea", TEXTAREA, TEXTAREA, OTHER, NAME_SPECIAL)                                                                                             \
  X("tfoot", TFOOT, IGNORED, IGNORED, NAME_SPECIAL | NAME_THOROUGH_END)                                                                              \
  X("th", TH, IGNORED, IGNORED, NAME_SPECIAL | NAME_SCOPE | NAME_THOROUGH_END)                                                                       \
  X("thead", THEAD, IGNORED, IGNORED, NAME_SPECIAL | NAME_THOROUGH_END)                                                                              \
  X("time", TIME, OTHER, OTHER, 0)                                                                                                                   \
  X("title", TITLE, HEAD, OTHER, NAME_SPECIAL)                                                                                                       \
  X("tr", TR, IGNORED, IGNORED, NAME_SPECIAL | NAME_THOROUGH_END)                                                                                    \
  X("track", TRACK, PARAM, OTHER, NAME_SPECIAL | NAME_VOID)                                                                                          \
  X("tt", TT, FORMATTING, FORMATTING, NAME_FORMATTING)                                                                                               \
  X("u", U, FORMATTING, FORMATTING, NAME_FORMATTING)                                                                                                 \
  X("ul", UL, BLOCK, BLOCK, NAME_SPECIAL | NAME_LIST_SCOPE)                                                                                          \
  X("var", VAR, OTHER, OTHER, 0)                                                                                                                     \
  X("video", VIDEO, OTHER, OTHER, 0)                                                                                                                 \
  X("wbr", WBR, VOID, OTHER, NAME_SPECIAL | NAME_VOID)                                                                                               \
  X("xmp", XMP, XMP, OTHER, NAME_SPECIAL)

/* The attributes that are kept; all others are read over. X(name, constant). At most 64, so that a word tells which a tag has already. */
#define HTML_ATTR_NAMES(X)                                                                                                                           \
  X("alt", ALT)                                                                                                                                      \
  X("aria-hidden", ARIA_HIDDEN)                                                                                                                      \
  X("aria-label", ARIA_LABEL)                                                                                                                        \
  X("aria-labelledby", ARIA_LABELLEDBY)                                                                                                              \
  X("charset", CHARSET)                                                                                                                              \
  X("class", CLASS)                                                                                                                                  \
  X("color", COLOR)                                                                                                                                  \
  X("content", CONTENT)                                                                                                                              \
  X("data-component", DATA_COMPONENT)                                                                                                                \
  X("data-date", DATA_DATE)                                                                                                                          \
  X("data-href", DATA_HREF)                                                                                                                          \
  X("data-src", DATA_SRC)                                                                                                                            \
  X("data-testid", DATA_TESTID)                                                                                                                      \
  X("data-time", DATA_TIME)                                                                                                                          \
  X("data-timestamp", DATA_TIMESTAMP)                                                                                                                \
  X("data-type", DATA_TYPE)                                                                                                                          \
  X("datetime", DATETIME)                                                                                                                            \
  X("dir", DIR)                                                                                                                                      \
  X("encoding", ENCODING)                                                                                                                            \
  X("face", FACE)                                                                                                                                    \
  X("height", HEIGHT)                                                                                                                                \
  X("hidden", HIDDEN)                                                                                                                                \
  X("href", HREF)                                                                                                                                    \
  X("hreflang", HREFLANG)                                                                                                                            \
  X("http-equiv", HTTP_EQUIV)                                                                                                                        \
  X("id", ID)                                                                                                                                        \
  X("itemid", ITEMID)                                                                                                                                \
  X("itemprop", ITEMPROP)                                                                                                                            \
  X("itemref", ITEMREF)                                                                                                                              \
  X("itemscope", ITEMSCOPE)                                                                                                                          \
  X("itemtype", ITEMTYPE)                                                                                                                            \
  X("lang", LANG)                                                                                                                                    \
  X("media", MEDIA)                                                                                                                                  \
  X("name", NAME)                                                                                                                                    \
  X("property", PROPERTY)                                                                                                                            \
  X("pubdate", PUBDATE)                                                                                                                              \
  X("rel", REL)                                                                                                                                      \
  X("role", ROLE)                                                                                                                                    \
  X("size", SIZE)                                                                                                                                    \
  X("src", SRC)                                                                                                                                      \
  X("srcset", SRCSET)                                                                                                                                \
  X("style", STYLE)                                                                                                                                  \
  X("title", TITLE)                                                                                                                                  \
  X("type", TYPE)                                                                                                                                    \
  X("value", VALUE)                                                                                                                                  \
  X("width", WIDTH)                                                                                                                                  \
  X("xml:lang", XML_LANG)

#endif
