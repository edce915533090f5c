namespace EvalHarness.Cli.Showing;

/// <summary>The letters of a row's mark, in the words of the page.</summary>
internal static class MarkWords
{
    public const char Right = 'R';
    public const char NotScored = 'N';

    public static string Of(string mark) => mark[0] switch
    {
        Right => "right",
        'W' => "wrong",
        'D' => "declined although answerable",
        'F' => "failed",
        _ => "correctness not scored",
    };
}
