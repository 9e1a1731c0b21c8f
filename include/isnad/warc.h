/* isnad/warc.h - web archives: reading and writing WARC files (ISO 28500, 1.0 and 1.1), and their CDXJ indexes.
 *
 * A file is plain, gzip (a member a record, or the whole as one), or zstd with the dictionary that a .warc.zst brings; which, is told by its first
 * bytes. It is read by stream: memory is bounded by the largest record that is handed out whole. A broken place is told with its offset and passed
 * over: reading goes on at the next record (in packed files at the next member that opens one).
 */
#ifndef ISNAD_WARC_H
#define ISNAD_WARC_H

#include "isnad/base.h"

typedef enum isnad_warc_type {
  ISNAD_WARC_INFO,
  ISNAD_WARC_RESPONSE,
  ISNAD_WARC_RESOURCE,
  ISNAD_WARC_REQUEST,
  ISNAD_WARC_METADATA,
  ISNAD_WARC_REVISIT,
  ISNAD_WARC_CONVERSION,
  ISNAD_WARC_CONTINUATION,
  ISNAD_WARC_OTHER, /* a type that the standard does not know: to be passed over, it says */
  ISNAD_WARC_TYPES
} isnad_warc_type;

/* "response" ...; "other" for one that is not known. Never NULL. */
ISNAD_API const char *isnad_warc_type_name(isnad_warc_type type);

typedef enum isnad_digest_check {
  ISNAD_DIGEST_NONE,   /* the record states none, or checking was not asked for */
  ISNAD_DIGEST_GOOD,   /* the bytes have the stated digest */
  ISNAD_DIGEST_WRONG,  /* they do not */
  ISNAD_DIGEST_UNKNOWN /* of an algorithm or a form that is not known, or the bytes are not there to check (a revisit's payload) */
} isnad_digest_check;

/* Where a record lies: in a plain file its own bytes; in a packed one the member it lies in, and how many plain bytes of the member go before it. */
typedef struct isnad_warc_place {
  uint64_t offset;
  uint64_t length; /* in the file; 0: not known, since the member holds more than this record */
  uint64_t inner;
} isnad_warc_place;

/* One record. Slices are empty when a field is not there, and live until the next call on the reader. */
typedef struct isnad_warc_record {
  isnad_warc_type type;
  isnad_warc_place place;
  isnad_slice version; /* "1.0", "1.1" */
  isnad_slice header;  /* all its lines, for isnad_warc_field */
  isnad_slice id, date, target, content_type, profile, refers_to, refers_to_target, refers_to_date, truncated, block_digest, payload_digest;
  uint64_t length;     /* of the block, in bytes */
  isnad_slice block;   /* empty when the record is larger than the reader's limit */
  bool whole;          /* `block` is there */
  bool closed;         /* the two line ends that close a record are there */
  isnad_slice payload; /* of the block: behind the HTTP head for responses, requests and revisits, else the block */
  isnad_digest_check block_check, payload_check;
} isnad_warc_record;

typedef struct isnad_warc_options {
  size_t largest;     /* bytes of one block that is handed out; 0: 64 MiB. Larger ones are passed over, their block digest is still checked */
  bool leave_digests; /* digests are not checked */
  bool one_digest;    /* that of the payload is checked only where that of the block does not say that the bytes are right */
} isnad_warc_options;

typedef struct isnad_warc_reader isnad_warc_reader;

/* Gives the next bytes of a file; *got 0 is the end. Returns ISNAD_OK, or ISNAD_IO with err filled. */
typedef isnad_status (*isnad_warc_input)(void *context, char *bytes, size_t room, size_t *got, isnad_err *err);

/* Opens a file ("-": standard input). The caller closes it with isnad_warc_close. Options may be NULL.
 * Returns ISNAD_OK, ISNAD_IO, ISNAD_BAD_INPUT (a damaged zstd dictionary), ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_warc_open(isnad_warc_reader **out, const char *path, const isnad_warc_options *options, isnad_err *err);

/* Opens a file at the place of a record, which the next call of isnad_warc_next hands out. Returns also ISNAD_BAD_INPUT when nothing lies there. */
ISNAD_API isnad_status isnad_warc_open_at(isnad_warc_reader **out, const char *path, isnad_warc_place place, const isnad_warc_options *options,
                                          isnad_err *err);

/* The same from any source of bytes, which is read to its end and not closed. */
ISNAD_API isnad_status isnad_warc_open_input(isnad_warc_reader **out, isnad_warc_input input, void *context, const isnad_warc_options *options,
                                             isnad_err *err);

/* The next record. Returns ISNAD_OK; ISNAD_END; ISNAD_BAD_INPUT or ISNAD_LIMIT for a place that cannot be read (err says "at byte N: ..." and
 * `out->place` is where it begins), after which the next call goes on behind it; ISNAD_IO (then only ISNAD_END follows), ISNAD_NO_MEMORY.
 * Linear in the bytes unpacked; a member that unpacks to more than 64 MiB and a hundred times its size is refused. */
ISNAD_API isnad_status isnad_warc_next(isnad_warc_reader *reader, isnad_warc_record *out, isnad_err *err);

/* The value of a field of the record's header, by name in any case; empty when it is not there. The first one when it is there twice. */
ISNAD_API isnad_slice isnad_warc_field(const isnad_warc_record *record, const char *name);

/* Bytes taken from the file so far. */
ISNAD_API uint64_t isnad_warc_consumed(const isnad_warc_reader *reader);

/* Ends the reading and frees all that it handed out. NULL is allowed. */
ISNAD_API void isnad_warc_close(isnad_warc_reader *reader);

/* --- writing --- */

typedef struct isnad_warc_writer isnad_warc_writer;

/* So many responses are remembered at once, in .3 KB each; then all are forgotten, and what comes again is written whole once more. */
enum { ISNAD_WARC_KNOWN = 1 << 16 };

/* Opens a file to append to, made when it is not there: records are gzip members when the file's are, for a new one when its name ends in ".gz". A
 * file begins with a warcinfo record of `software` and `date`. A file that is there is read through first: the responses in it are remembered, so
 * that unchanged ones become revisits, and a last record that was half written when a program was killed is cut off. Only one writer at a time. The
 * caller closes it with isnad_warc_finish. Returns ISNAD_OK, ISNAD_IO, ISNAD_BUSY (another writer), ISNAD_BAD_INPUT (the file is no WARC, or ends in
 * something else: it is left as it was), ISNAD_NO_MEMORY. Dates are "2026-11-25T10:00:00Z". */
ISNAD_API isnad_status isnad_warc_append(isnad_warc_writer **out, const char *path, isnad_slice software, isnad_slice date, isnad_err *err);

/* What was asked and what came. */
typedef struct isnad_warc_exchange {
  isnad_slice url;      /* as it was asked for */
  isnad_slice date;     /* when */
  isnad_slice address;  /* of the server; may be empty */
  isnad_slice request;  /* the HTTP message as sent; may be empty: no request record is written */
  isnad_slice response; /* the HTTP message as it came: head and body, framing and packing left as they are */
  bool truncated;       /* the body is not whole: a limit of length was reached */
} isnad_warc_exchange;

typedef struct isnad_warc_written {
  isnad_warc_place place;    /* of the response or revisit record */
  bool revisit;              /* the body is that of an earlier record of the same url, and was not written again */
  isnad_warc_place original; /* where the body lies: of that earlier record, else `place` */
  isnad_slice original_at;   /* its date; empty when no body is known (a 304). Lives until the next call on the writer */
} isnad_warc_written;

/* Appends a response record, or a revisit record when its payload is that of an earlier response of the same url (profile identical-payload-digest)
 * or its status is 304 and one is known (server-not-modified), and the request record. They are handed to the system in one piece; when that fails
 * the file is as before. `out` may be NULL. Returns ISNAD_OK, ISNAD_BAD_ARGUMENT (no HTTP response, or a line end in a field), ISNAD_IO,
 * ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_warc_write(isnad_warc_writer *writer, const isnad_warc_exchange *exchange, isnad_warc_written *out, isnad_err *err);

/* Makes what was written so far last through a power cut. Returns ISNAD_OK or ISNAD_IO. */
ISNAD_API isnad_status isnad_warc_sync(isnad_warc_writer *writer, isnad_err *err);

/* Syncs, closes and frees. NULL is allowed. Returns what isnad_warc_sync returns. */
ISNAD_API isnad_status isnad_warc_finish(isnad_warc_writer *writer, isnad_err *err);

/* --- indexes --- */

/* One line of a CDXJ index: where to find a capture of a url. Slices are empty when not known. */
typedef struct isnad_cdxj {
  isnad_slice key;       /* the url as a key for sorting: isnad_surt */
  isnad_slice timestamp; /* 14 digits */
  isnad_slice url, mime, status, digest, filename;
  isnad_warc_place place;
} isnad_cdxj;

/* A url as sort-friendly text: "https://www.Example.com/A?b=2&a=1" is "com,example)/a?a=1&b=2". After the rules of the Internet Archive's surt:
 * scheme, user, "www.", default port, fragment, session ids and a last slash are dropped, arguments are sorted, all is lower case. What is no http or
 * https url stays as it is. In the arena; {NULL, 0} when that refuses. */
ISNAD_API isnad_slice isnad_surt(isnad_arena *arena, isnad_slice url);

/* The line of a response, resource or revisit record in the file of this name. Returns ISNAD_OK; ISNAD_NOT_FOUND (records of other types are not
 * indexed); ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_cdxj_of(isnad_cdxj *out, isnad_arena *arena, const isnad_warc_record *record, isnad_slice filename, isnad_err *err);

/* The entry as a line without its line feed. In the arena. */
ISNAD_API isnad_slice isnad_cdxj_line(isnad_arena *arena, const isnad_cdxj *entry);

/* Reads a line: numbers may stand as text or as numbers, keys that are not known are passed over. Returns ISNAD_OK; ISNAD_END (an empty line, or a
 * header that begins with "!"); ISNAD_BAD_INPUT; ISNAD_NO_MEMORY. Pure. */
ISNAD_API isnad_status isnad_cdxj_read(isnad_cdxj *out, isnad_arena *arena, isnad_slice line, isnad_err *err);

#endif
