/* isnad/capture.h - where pages come from: files, folders, standard input, JSONL, web archives; plain, gzip or zstd, told by content.
 *
 * A source is walked once, in a stable order (folders sorted by name), and gives one capture at a time. What cannot be read
 * is handed out as a refused unit with its name, place and reason; it stops nothing else.
 */
#ifndef ISNAD_CAPTURE_H
#define ISNAD_CAPTURE_H

#include "isnad/base.h"
#include "isnad/warc.h"

typedef enum isnad_media { ISNAD_MEDIA_TEXT, ISNAD_MEDIA_HTML } isnad_media;

/* Where captured bytes lie. */
typedef struct isnad_capture_place {
  isnad_slice file; /* as given; empty for standard input */
  size_t line;      /* of an item of JSONL, or its number in a feed, from 1; else 0 */
  bool archived;    /* a record of a web archive, at `record` */
  isnad_warc_place record;
} isnad_capture_place;

/* One captured page, before anything was understood of it. */
typedef struct isnad_capture {
  isnad_slice uri;   /* the file's path as given (without "." and doubled slashes), or a JSONL item's url, else its id, else "path:line";
                        of a record of a web archive its target, else "path@offset" */
  isnad_slice id;    /* its own id, when it brought one; names the capture in exports */
  isnad_slice url;   /* of the page, when known */
  isnad_slice bytes; /* what is to be read: the file's bytes; for a JSONL item title LF text, or its html; the body of a record with chunks and
                        packing undone */
  isnad_media media;
  isnad_slice content_type; /* as the transfer stated it ("text/html; charset=windows-1256"); else empty */
  isnad_slice title;        /* a JSONL item's title: then the first line of `bytes` when media is text; else empty */
  isnad_slice outlet;       /* as a JSONL item names it (an id, a name or a domain); else empty */
  isnad_slice published;    /* as a JSONL item states it (ISO 8601 or any written date); else empty */
  isnad_slice captured_at;  /* ISO 8601; else empty */
  bool item;                /* came from JSONL: its text is part of the record */
  isnad_capture_place place;
  uint8_t sha256[32]; /* of the file's bytes; for an item of its fields, in schema order, each followed by 0x1F; for a record of captured_at,
                         content_type and bytes, likewise */
} isnad_capture;

/* What a web archive says of a record, beside its bytes. */
typedef struct isnad_archived {
  bool is;                                /* this input is such a record */
  bool http;                              /* its bytes are an HTTP response, else the page itself */
  isnad_slice target, date, content_type; /* the content type of the record */
  isnad_warc_place place;
  size_t largest; /* bytes that its body may unpack to; 0: 64 MiB */
} isnad_archived;

/* A unit of input as the source hands it out: a whole file, one line of a JSONL file, or one record of a web archive that is a page: a response of
 * status 200 or 203, a resource or a conversion (WET), of HTML or plain text. Its bytes belong to the source and are valid until the next call of
 * isnad_captures_next, unless they were copied. */
typedef struct isnad_input {
  isnad_slice path; /* as given */
  size_t line;      /* of a JSONL file, from 1; 0: a whole file */
  isnad_slice bytes;
  isnad_archived record;
  bool standard_input; /* it has no file to go back to */
} isnad_input;

/* A copy whose bytes lie in the arena, but for the path, which stays the caller's. A refused copy is empty; the arena tells. */
ISNAD_API isnad_input isnad_input_copy(isnad_arena *arena, const isnad_input *input);

typedef struct isnad_captures isnad_captures;

typedef struct isnad_capture_options {
  size_t largest; /* bytes of one page, JSONL line or record after unpacking; 0: 64 MiB. Larger ones are refused. */
} isnad_capture_options;

/* Opens a walk over `paths` ("-" is standard input). The caller frees it with isnad_captures_close.
 * Returns ISNAD_OK, ISNAD_NO_MEMORY. Paths that do not exist are refused during the walk. */
ISNAD_API isnad_status isnad_captures_open(isnad_captures **out, const char *const *paths, size_t count, const isnad_capture_options *options,
                                           isnad_err *err);

/* The next unit of input. Returns ISNAD_OK or ISNAD_END; ISNAD_IO, ISNAD_LIMIT (too large) or ISNAD_BAD_INPUT (damaged packing) when the unit named
 * by out->path and out->line cannot be read: the walk goes on with the next call; ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_captures_next(isnad_captures *captures, isnad_input *out, isnad_err *err);

/* Bytes read so far and in all (0 when not known, as for standard input), for progress. */
ISNAD_API void isnad_captures_progress(const isnad_captures *captures, uint64_t *done, uint64_t *total);

/* Ends the walk and frees all that it handed out. NULL is allowed. */
ISNAD_API void isnad_captures_close(isnad_captures *captures);

/* Reads one unit into a capture: tells text from HTML by content (of a record first by its content type), reads a JSONL line, undoes the chunks and
 * the packing of an HTTP body. Strings go into the arena or point into the input. Invalid UTF-8 and raw control characters inside a JSONL line are
 * left for the page stage to repair. Pure. Returns ISNAD_OK, ISNAD_BAD_INPUT (not JSON, no text, html or title: err.span is the place in the line; a
 * damaged body), ISNAD_LIMIT, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_capture_read(isnad_capture *out, isnad_arena *arena, const isnad_input *input, isnad_err *err);

/* Reads a capture again from where it lies, and makes sure that it is the same. Returns ISNAD_OK; ISNAD_NOT_FOUND (it came by standard input);
 * ISNAD_IO (the file cannot be read); ISNAD_BAD_INPUT (it changed: its SHA-256 is another, or nothing lies there any more); ISNAD_LIMIT,
 * ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_capture_again(isnad_capture *out, isnad_arena *arena, const isnad_capture_place *place, const uint8_t sha256[32],
                                           isnad_err *err);

/* The same, with the bytes of the unit as it lies there: the whole file, the line of JSONL, the response (with its head) that the record of a web
 * archive holds. They lie in the arena. Returns what isnad_capture_again returns. */
ISNAD_API isnad_status isnad_capture_source(isnad_slice *bytes, isnad_capture *out, isnad_arena *arena, const isnad_capture_place *place,
                                            const uint8_t sha256[32], isnad_err *err);

#endif
