/* isnad/page.h - one page as valid UTF-8 text, cut into its parts.
 *
 * A page of text and a page of HTML both become a list of blocks (a line or a block element, with what is known of its looks);
 * the same code then tells what each block is. Rules of words come from data/ar/page_markers.tsv and its sister tables.
 */
#ifndef ISNAD_PAGE_H
#define ISNAD_PAGE_H

#include "isnad/arabic.h"
#include "isnad/base.h"
#include "isnad/capture.h"

typedef enum isnad_part_kind {
  ISNAD_PART_BREADCRUMB,
  ISNAD_PART_OUTLET,
  ISNAD_PART_HEADLINE,
  ISNAD_PART_DATELINE,
  ISNAD_PART_BYLINE,
  ISNAD_PART_BODY,
  ISNAD_PART_PROMO,
  ISNAD_PART_SOURCE_LINE,
  ISNAD_PART_KEYWORDS,
  ISNAD_PART_READ_ALSO_MARKER,
  ISNAD_PART_EMBEDDED_HEADLINE,
  ISNAD_PART_EMBEDDED_BODY,
  ISNAD_PART_SIMILAR_MARKER,
  ISNAD_PART_SIMILAR_HEADLINE,
  ISNAD_PART_RELATED_HEADING,
  ISNAD_PART_COMMENT_FORM,
  ISNAD_PART_AD_LABEL,
  ISNAD_PART_CAPTION,
  ISNAD_PART_SOCIAL,
  ISNAD_PART_FOOTER,
  ISNAD_PART_OTHER
} isnad_part_kind;

/* A block: one line of a text page, or one block element of HTML. Its span is trimmed of white space and of a list bullet. */
typedef struct isnad_block {
  isnad_span span;
  uint32_t first_token, last_token; /* [first, last) in the page's tokens */
  uint8_t bullet;                   /* 1: began with a list bullet, or is a list item */
  uint8_t blank_before;             /* blank lines before it, at most 255 */
  uint8_t heading;                  /* 1-6 for HTML headings; 0 */
  uint8_t link_share;               /* 0-255: share of its letters inside links (HTML); 0 for text */
  uint8_t hint;                     /* an isnad_part_kind + 1 that markup suggests (HTML); 0: none */
} isnad_block;

/* Part of a page: every byte of the text belongs to exactly one, white space and list bullets between parts aside. */
typedef struct isnad_part {
  isnad_part_kind kind;
  isnad_span span;
  int32_t article; /* index of the article it belongs to, set by the article stage; -1: none */
  uint32_t first_token, last_token;
  uint8_t crosshead; /* 1: a sub-heading inside a body */
  uint8_t opens;     /* 1: the first headline or text of an embedded article */
  isnad_span value;  /* the part of it that is meant: the name in a source or byline, the stamp in a dateline, keywords without their label */
  isnad_table table; /* the row that decided, when one did */
  uint32_t row;      /* UINT32_MAX: decided by structure */
} isnad_part;

typedef struct isnad_repairs {
  uint32_t invalid_utf8; /* sequences replaced by U+FFFD, in other encodings bytes */
  uint32_t nul;          /* NUL bytes replaced by spaces */
  uint32_t bom;          /* byte order marks dropped */
} isnad_repairs;

/* HTML: a run of the page's text and the captured bytes that it was read from. White space and character references aside they are the same;
 * where both are equally long they are the same byte for byte but for white space. */
typedef struct isnad_run_map {
  isnad_span text;
  isnad_span raw; /* in bytes of the capture; of its decoded copy where the charset is not UTF-8 and has no map */
} isnad_run_map;

/* What a page of HTML states about itself for machines. */
typedef enum isnad_meta_kind {
  ISNAD_META_TITLE,
  ISNAD_META_DESCRIPTION,
  ISNAD_META_PUBLISHED,
  ISNAD_META_UPDATED,
  ISNAD_META_AUTHOR,
  ISNAD_META_AUTHOR_MAYBE, /* stands where some sites put the author and others something else */
  ISNAD_META_SECTION,
  ISNAD_META_IMAGE,
  ISNAD_META_LANGUAGE,
  ISNAD_META_CANONICAL,
  ISNAD_META_SITE,
  ISNAD_META_KEYWORDS,
  ISNAD_META_BODY /* JSON-LD articleBody */
} isnad_meta_kind;

/* Where it stands, most trusted first. */
typedef enum isnad_meta_source {
  ISNAD_META_JSON_LD,
  ISNAD_META_OPEN_GRAPH,
  ISNAD_META_JSON_LD_PAGE, /* JSON-LD of the page, as against that of its article */
  ISNAD_META_NAMED,        /* another meta element */
  ISNAD_META_MICRODATA,    /* itemprop */
  ISNAD_META_TIME,         /* a time element */
  ISNAD_META_ELEMENT,      /* title, link, html, and elements whose class names them */
  ISNAD_META_SOURCE_COUNT
} isnad_meta_source;

/* One statement. Its value is decoded text, without white space at the ends. */
typedef struct isnad_meta {
  isnad_meta_kind kind;
  isnad_meta_source source;
  isnad_slice value;
  isnad_span raw; /* where it stands in the captured bytes (as isnad_run_map.raw) */
  uint32_t line;  /* of a statement in the body: the block it stands in or before; UINT32_MAX: in the head of the document */
} isnad_meta;

typedef struct isnad_page {
  isnad_media media;
  isnad_slice url;
  isnad_slice charset;       /* what the captured bytes were read as: "utf-8", "windows-1256" ... */
  isnad_slice charset_basis; /* why: "bom", "valid", "repaired", "pattern", "declared", "overruled", "detected", "assumed", "undone" */
  isnad_slice language;      /* "ar", or empty when the page is not mainly Arabic script */
  isnad_slice text;          /* valid UTF-8; the captured bytes themselves when nothing had to be repaired */
  bool text_is_capture;      /* `text` equals the captured bytes */
  bool titled;               /* the first line is the headline as the capture itself says (JSONL title) */
  isnad_repairs repairs;
  isnad_tokens tokens;
  const isnad_block *blocks;
  size_t block_count;
  isnad_part *parts; /* in page order; `article` is filled by the article stage */
  size_t part_count;
  const isnad_run_map *raw; /* HTML: in page order, parted by what the page does not show */
  size_t raw_count;
  isnad_meta *meta; /* HTML: in document order */
  size_t meta_count;
} isnad_page;

/* Reads the captured bytes of a page of text or HTML: repairs, tokens, blocks, parts; of HTML also its map and statements. Linear in the bytes.
 * Of an HTML page's furniture (menus and the like) there are parts but no tokens.
 * Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY, ISNAD_BAD_INPUT (binary bytes; no letters at all is allowed). */
ISNAD_API isnad_status isnad_page_read(isnad_page *out, isnad_arena *arena, const isnad_capture *capture, isnad_err *err);

/* "json-ld", "open-graph" ...: the name of a source as a rule. Never NULL. */
ISNAD_API const char *isnad_meta_source_name(isnad_meta_source source);

/* "body", "embedded_headline" ...: the name of a kind in the record. Never NULL. */
ISNAD_API const char *isnad_part_kind_name(isnad_part_kind kind);

#endif
