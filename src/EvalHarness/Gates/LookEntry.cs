namespace EvalHarness.Gates;

/// <summary>A line of the ledger of looks.</summary>
/// <param name="Evidence">Over what was judged by what: the same evidence looked at again is no new look.</param>
/// <param name="Alpha">What it spent.</param>
public sealed record LookEntry(string DatasetHash, string Split, string Evidence, int Look, double Alpha, string Run, string Policy, Verdict Verdict, DateTimeOffset At);
