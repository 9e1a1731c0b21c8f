/* A command of the user's, run without a shell. */
#include "alert/deliver.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { MOST_WORDS = 64, MOST_LENGTH = 4096, PATIENCE = 30 /* seconds */, STEPS = 50 /* a second */ };

static size_t split(char *words[MOST_WORDS + 1], char room[MOST_LENGTH], isnad_slice command) {
  size_t count = 0;
  if (command.length >= MOST_LENGTH) return 0;
  memcpy(room, command.bytes, command.length);
  room[command.length] = '\0';
  for (char *at = room; *at != '\0' && count < MOST_WORDS;) {
    at += strspn(at, " \t");
    if (*at == '\0') break;
    words[count++] = at;
    at += strcspn(at, " \t");
    if (*at != '\0') *at++ = '\0';
  }
  words[count] = NULL;
  return count;
}

/* Its standard input is a socket of ours, which unlike a pipe can be written without a signal when nobody reads; what it says goes to standard error.
 */
static int start(pid_t *pid, char **words, int input) {
  posix_spawn_file_actions_t actions;
  if (posix_spawn_file_actions_init(&actions) != 0) return ENOMEM;
  int result = posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  if (result == 0) result = posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
  if (result == 0) result = posix_spawnp(pid, words[0], &actions, NULL, words, environ);
  posix_spawn_file_actions_destroy(&actions);
  return result;
}

static void give(int to, isnad_slice body) {
  while (body.length > 0) {
    ssize_t wrote = send(to, body.bytes, body.length, MSG_NOSIGNAL);
    if (wrote <= 0 && errno != EINTR) return; /* it need not read what it does not want, or not at once: then it gets no more */
    if (wrote > 0) body = (isnad_slice){body.bytes + wrote, body.length - (size_t)wrote};
  }
}

static bool wait_for(pid_t pid, int *result) {
  struct timespec step = {0, 1000000000 / STEPS};
  for (int i = 0; i < PATIENCE * STEPS; i++) {
    pid_t ended = waitpid(pid, result, WNOHANG);
    if (ended == pid) return true;
    if (ended < 0 && errno != EINTR) return false;
    nanosleep(&step, NULL);
  }
  kill(pid, SIGKILL);
  while (waitpid(pid, result, 0) < 0 && errno == EINTR) continue;
  return false;
}

static void say(alert_event *e, const char *what, const char *more) { snprintf(e->error, sizeof e->error, "%s%s", what, more); }

void alert_run_command(alert_event *e) {
  char *words[MOST_WORDS + 1], room[MOST_LENGTH];
  int ends[2] = {-1, -1}, result = 0;
  pid_t pid = 0;
  if (split(words, room, e->command) == 0) {
    say(e, "the command is empty or too long", "");
    return;
  }
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0 || fcntl(ends[0], F_SETFD, FD_CLOEXEC) != 0 || fcntl(ends[1], F_SETFD, FD_CLOEXEC) != 0 ||
      fcntl(ends[0], F_SETFL, O_NONBLOCK) != 0)
    say(e, "cannot reach the command: ", strerror(errno));
  int started = ends[1] >= 0 ? start(&pid, words, ends[1]) : EIO;
  if (ends[1] >= 0) close(ends[1]);
  if (started != 0) say(e, "the command cannot be started: ", strerror(started));
  if (started == 0) give(ends[0], e->body);
  if (started == 0) give(ends[0], isnad_slice_of("\n"));
  if (ends[0] >= 0) close(ends[0]);
  if (started != 0) return;
  bool ended = wait_for(pid, &result);
  if (ended && WIFEXITED(result) && WEXITSTATUS(result) == 0)
    e->sent |= ALERT_COMMAND;
  else
    say(e, ended ? "the command failed" : "the command took longer than half a minute", "");
}
