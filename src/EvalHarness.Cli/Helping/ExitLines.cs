namespace EvalHarness.Cli.Helping;

/// <summary>What exit codes mean, for each kind of verb; 3 and 70 are possible with all of them.</summary>
internal static class ExitLines
{
    private const string Invalid = "3   bad arguments or bad input; where, what was found and how to mend it is printed";
    private const string Bug = "70  a bug of ours, with a report file";

    public static IReadOnlyList<string> Plain { get; } = ["0   done", Invalid, Bug];

    /// <summary>Of a verb that replays, scores or reports a run.</summary>
    public static IReadOnlyList<string> Run { get; } =
        ["0   done, whatever the scores", "3   bad arguments or bad input, a pipeline without a usable row, or an endpoint that stopped it", "4   stopped before the end – Ctrl-C, budget, deadline: the same command goes on", Bug];

    public static IReadOnlyList<string> Lint { get; } = ["0   clean: no finding of severity error", "1   errors were found", Invalid, Bug];

    public static IReadOnlyList<string> Gate { get; } =
        ["0   PROMOTE; a self-test that holds", "1   REJECT; a self-test that does not hold", "2   INCONCLUSIVE: the rows cannot decide", "3   INVALID: nothing may be concluded, or bad arguments or input", Bug];

    public static IReadOnlyList<string> Night { get; } =
        ["0   quiet, or a warning that is said loudly", "1   ALARM", "3   INVALID: nothing may be concluded, or bad arguments or input", "4   stopped before the end: the same command goes on", Bug];

    public static IReadOnlyList<string> Move { get; } = ["0   the alias moved", "1   refused, or not confirmed by the model's server", Invalid, Bug];

    public static IReadOnlyList<string> Verify { get; } = ["0   nothing was tampered with", "3   the registry was tampered with, or bad arguments or input", Bug];
}
