using System.CommandLine;
using EvalHarness.Cli.Helping;

namespace EvalHarness.Cli.Commands;

/// <summary>A command whose help ends with examples, exit codes, variables and what to read next.</summary>
internal sealed class Verb(string name, string description, params IReadOnlyList<string> examples) : Command(name, description)
{
    /// <summary>Whole command lines.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>The words that call it, without the program's name: <c>checkpoints promote</c>.</summary>
    public string Words => Parents.OfType<Verb>().SingleOrDefault() is { } parent ? $"{parent.Words} {Name}" : Name;

    public HelpTopic? Topic => HelpTopics.Of(Words);
}
