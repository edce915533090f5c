namespace EvalHarness.Inputs;

/// <summary>A place in a text file; both count from 1, columns in UTF-16 code units.</summary>
public readonly record struct SourceMark(long Line, long Column)
{
    public string In(string file) => $"{file}:{Line}:{Column}";
}
