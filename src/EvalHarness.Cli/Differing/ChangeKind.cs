namespace EvalHarness.Cli.Differing;

/// <summary>What became of a row, the worst first.</summary>
internal enum ChangeKind
{
    BecameWrong,
    BecameRight,
    Otherwise,
    Identical,
}
