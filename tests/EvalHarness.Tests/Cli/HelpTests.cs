using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using EvalHarness.Cli;
using EvalHarness.Cli.Commands;
using EvalHarness.Cli.Terminal;

namespace EvalHarness.Tests.Cli;

/// <summary>Every verb's help answers what a manual page does; new verbs included.</summary>
internal sealed partial class HelpTests
{
    private static readonly RootCommand Root = new App(TextWriter.Null, TextWriter.Null, TimeProvider.System).Root(new TerminalOutput(TextWriter.Null, TextWriter.Null));

    private static IEnumerable<Verb> All => Below(Root);

    public static IEnumerable<TestCaseData> Verbs => All.Select(v => new TestCaseData(v).SetArgDisplayNames(v.Words));

    public static IEnumerable<string> Examples => All.SelectMany(v => v.Examples).SelectMany(e => e.Split(" && "));

    [Test]
    public void Every_command_is_a_verb_and_there_are_more_than_twenty()
    {
        Assert.That(Root.Subcommands, Is.All.TypeOf<Verb>());
        Assert.That(All.Count(), Is.GreaterThan(20));
    }

    [TestCaseSource(nameof(Verbs))]
    public async Task Help_has_a_summary_examples_exit_codes_and_what_to_read_next(Command verb)
    {
        using var cli = new CommandLine();

        var help = (await cli.RunAsync([.. ((Verb)verb).Words.Split(' '), "--help"])).Output;

        Assert.That(verb.Description, Does.Match(@"^\S.{8,}[.?]"));
        Assert.That(help, Does.Contain("\nExamples:\n  evalharness "));
        Assert.That(ExitCode().Matches(help).Select(m => m.Value.Trim()), Is.SupersetOf(new[] { "0", "3", "70" }).And.Ordered.Using<string>((a, b) => int.Parse(a).CompareTo(int.Parse(b))));
        Assert.That(help, Does.Contain("\nSee also:\n  "));
    }

    [TestCaseSource(nameof(Verbs))]
    public void Every_argument_and_option_is_described(Command verb)
    {
        var undescribed = verb.Arguments.Where(a => a.Description is not { Length: > 4 }).Select(a => a.Name)
            .Concat(verb.Options.Where(o => o.Description is not { Length: > 4 }).Select(o => o.Name));

        Assert.That(undescribed, Is.Empty);
    }

    [TestCaseSource(nameof(Examples))]
    public void An_example_parses(string example)
    {
        var words = CommandLineParser.SplitCommandLine(example).ToList();

        Assert.That(words[0], Is.EqualTo("evalharness"));
        Assert.That(Root.Parse(words[1..]).Errors.Select(e => e.Message), Is.Empty);
    }

    [TestCaseSource(nameof(Verbs))]
    public void What_to_read_next_is_there(Command verb)
    {
        var next = ((Verb)verb).Topic!.SeeAlso;

        Assert.That(next, Is.Not.Empty);
        Assert.That(next.Where(n => n.StartsWith("docs/", StringComparison.Ordinal) && !File.Exists(Path.Combine(Repository.Root, n))), Is.Empty);
        Assert.That(next.Where(n => !n.StartsWith("docs/", StringComparison.Ordinal)), Is.SubsetOf(All.Select(v => v.Words)));
    }

    private static IEnumerable<Verb> Below(Command command) => command.Subcommands.OfType<Verb>().SelectMany(v => Below(v).Prepend(v));

    [GeneratedRegex(@"(?<=\nExit codes:\n(.+\n)*)  \d+(?= +\S)")]
    private static partial Regex ExitCode();
}
