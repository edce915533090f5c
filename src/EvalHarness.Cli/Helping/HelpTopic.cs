namespace EvalHarness.Cli.Helping;

/// <summary>What a verb's help says below its options.</summary>
/// <param name="ExitCodes">A line each, the code first.</param>
/// <param name="SeeAlso">Verbs, and files of docs.</param>
internal sealed record HelpTopic(IReadOnlyList<string> ExitCodes, IReadOnlyList<string> Environment, IReadOnlyList<string> SeeAlso);
