/* isnad note: the note stage alone, a line of JSON in, a line of JSON out. */
#include "isnad/isnad.h"
#include "options.h"

#include <stdio.h>

typedef struct note_options {
  bool jsonl;
} note_options;

static const option_row rows[] = {{"jsonl", OPTION_FLAG, NULL, "lines of JSON in and out (the only form)", offsetof(note_options, jsonl)},
                                  {NULL, OPTION_FLAG, NULL, NULL, 0}};

typedef struct noting {
  uint64_t read, refused;
  bool output_failed;
} noting;

static void refuse(noting *n, const isnad_input *input, const isnad_err *err) {
  n->refused++;
  fprintf(stderr, "isnad note: %.*s", (int)input->path.length, input->path.bytes);
  if (input->line > 0) fprintf(stderr, ":%zu", input->line);
  fprintf(stderr, ": %s: %s\n", err->stage, err->message);
}

static void note_one(noting *n, isnad_arena *arena, const isnad_input *input) {
  isnad_slice json;
  isnad_err err = {0};
  if (isnad_note_line(&json, arena, input->bytes, &err) != ISNAD_OK) {
    refuse(n, input, &err);
    return;
  }
  n->read++;
  n->output_failed = fwrite(json.bytes, 1, json.length, stdout) != json.length || putchar('\n') == EOF;
}

static isnad_status note_all(noting *n, isnad_arena *arena, isnad_captures *captures, isnad_err *err) {
  while (!n->output_failed) {
    isnad_input input;
    isnad_err why = {0};
    isnad_status status = isnad_captures_next(captures, &input, &why);
    if (status == ISNAD_END) return ISNAD_OK;
    if (status == ISNAD_NO_MEMORY) {
      *err = why;
      return status;
    }
    isnad_arena_reset(arena);
    if (status == ISNAD_OK)
      note_one(n, arena, &input);
    else
      refuse(n, &input, &why);
  }
  return ISNAD_OK;
}

static isnad_status note_paths(noting *n, const char *const *paths, size_t count, isnad_err *err) {
  isnad_arena *arena = NULL;
  isnad_captures *captures = NULL;
  isnad_status status = isnad_captures_open(&captures, paths, count, NULL, err);
  if (status == ISNAD_OK) status = isnad_arena_new(&arena, 0);
  if (status == ISNAD_OK) status = note_all(n, arena, captures, err);
  isnad_arena_free(arena);
  isnad_captures_close(captures);
  return status;
}

static int run(const command *self, int argc, char **argv) {
  note_options options = {0};
  int count = options_read(self, &options, argc, argv);
  if (count < 0) return EXIT_USAGE;
  static const char *const standard_input[] = {"-"};
  noting n = {0};
  isnad_err err = {0};
  isnad_status status = note_paths(&n, count > 0 ? (const char *const *)argv : standard_input, count > 0 ? (size_t)count : 1, &err);
  if (fflush(stdout) != 0 || n.output_failed) {
    fprintf(stderr, "isnad note: the output could not be written\n");
    return EXIT_STORE;
  }
  if (status != ISNAD_OK) {
    fprintf(stderr, "isnad note: %s\n", err.message);
    return EXIT_STORE;
  }
  if (n.refused > 0) fprintf(stderr, "isnad note: %llu read, %llu refused\n", (unsigned long long)n.read, (unsigned long long)n.refused);
  if (n.refused > 0) return EXIT_BAD_INPUT;
  return n.read > 0 ? EXIT_FOUND : EXIT_NOTHING;
}

const command cmd_note = {"note",
                          "[FILE... | -]",
                          "reads times, figures, names, quotes and sources of bare texts",
                          "Each line is a JSON object with id, text and at (ISO 8601: when the text was written); each line printed\n"
                          "has the same id and the keys times, figures, names, quotes and sources of a record's article.\n",
                          rows,
                          run};
