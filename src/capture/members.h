/* Packed bytes as a stream of plain ones, in one window, with the borders of their members in sight: gzip members (RFC 1952), zstd frames (RFC 8878,
 * with the dictionary that a .warc.zst brings in its first frame), or plain bytes, which are one member. A damaged member is told, and the next one
 * that opens a WARC record is looked for behind its beginning. Memory is bounded by what the caller asks to see at once. */
#ifndef ISNAD_CAPTURE_MEMBERS_H
#define ISNAD_CAPTURE_MEMBERS_H

#include "isnad/base.h"

/* Where the bytes come from. *got 0 is the end. Returns ISNAD_OK or ISNAD_IO. */
typedef struct raw_input {
  isnad_status (*read)(void *context, char *bytes, size_t room, size_t *got, isnad_err *err);
  void *context;
} raw_input;

/* A member: where it begins in the file, and how many plain bytes went before it. */
typedef struct member_place {
  uint64_t at, before;
} member_place;

typedef struct members members;

/* `at`: the place of the first byte in its file; `dictionary` (may be empty) is for zstd frames when the input does not begin with its own, and is
 * copied. Returns ISNAD_OK, ISNAD_IO, ISNAD_BAD_INPUT (a damaged dictionary), ISNAD_NO_MEMORY. Free with members_close. */
isnad_status members_open(members **out, raw_input from, uint64_t at, isnad_slice dictionary, isnad_err *err);

/* The plain bytes that were not taken yet. Moved by members_more and members_next. */
isnad_slice members_window(const members *m);

/* Takes bytes from the front of the window. */
void members_take(members *m, size_t length);

/* More bytes of the current member; sets *ended when it has none. Returns ISNAD_OK; ISNAD_BAD_INPUT (damaged: all before the damage was handed out)
 * or ISNAD_LIMIT (it unpacks to more than anything honest), after which members_next goes on behind the damage; ISNAD_IO, ISNAD_NO_MEMORY. */
isnad_status members_more(members *m, bool *ended, isnad_err *err);

/* Begins the next member; its bytes follow those of the window. Behind a damaged one the window must be empty, and only a member that opens a WARC
 * record will do. Returns ISNAD_OK, ISNAD_END (no more members), ISNAD_BAD_INPUT (what follows is no member), ISNAD_IO, ISNAD_NO_MEMORY. */
isnad_status members_next(members *m, isnad_err *err);

/* Of the first byte of the window: the file's place of its member, and how many plain bytes of the member go before it. */
member_place members_place(const members *m);

/* How many plain bytes of the window lie before the current member; 0 when it began before the window. */
size_t members_border(const members *m);

/* The file's place at which the member of the window's first byte ended, once it did. */
uint64_t members_end(const members *m);

/* Whether the bytes are packed at all: a plain file has one member, whose places are places in the file. */
bool members_are_packed(const members *m);

/* Packed bytes taken from the input. */
uint64_t members_consumed(const members *m);

void members_close(members *m);

#endif
