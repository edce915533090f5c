using System.CommandLine;

namespace EvalHarness.Cli.Commands;

/// <summary>Options that every verb spells alike.</summary>
internal static class OutputOptions
{
    public static Option<string> Out()
    {
        var parent = new Option<string>("--out") { Description = "The parent folder of runs.", DefaultValueFactory = _ => "reports" };
        parent.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError("--out is empty: name a folder.");
        });
        return parent;
    }

    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "How results are printed: text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }

    /// <summary>A positional argument that an empty text cannot be.</summary>
    public static Argument<string> Named(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError($"<{name}> is empty. {description}");
        });
        return argument;
    }
}
