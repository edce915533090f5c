using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace EvalHarness.Cli.Commands;

/// <summary>The library's help, and below it a verb's examples, exit codes, variables and what to read next.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    // What the library says of help: other arguments may be missing.
    public override bool ClearsParseErrors => true;

    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is Verb verb)
            Write(verb, parseResult.InvocationConfiguration.Output);
        return exitCode;
    }

    private static void Write(Verb verb, TextWriter output)
    {
        WriteSection("Examples", verb.Examples, output);
        if (verb.Topic is not { } topic)
            return;
        WriteSection("Exit codes", topic.ExitCodes, output);
        WriteSection("Environment", topic.Environment, output);
        WriteSection("See also", [string.Join(", ", topic.SeeAlso.Select(s => s.StartsWith("docs/", StringComparison.Ordinal) ? s : $"evalharness {s}"))], output);
    }

    private static void WriteSection(string name, IReadOnlyList<string> lines, TextWriter output)
    {
        if (lines.Count == 0)
            return;
        output.WriteLine($"{name}:");
        foreach (var line in lines)
            output.WriteLine($"  {line}");
        output.WriteLine();
    }
}
