using System.CommandLine;

namespace EvalHarness.Cli.Commands;

/// <summary>Options that every verb spells alike.</summary>
internal static class OutputOptions
{
    public static Option<string> Out() => new("--out") { Description = "The parent folder of runs.", DefaultValueFactory = _ => "reports" };

    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "How results are printed: text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }
}
