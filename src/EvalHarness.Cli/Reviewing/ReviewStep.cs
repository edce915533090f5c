namespace EvalHarness.Cli.Reviewing;

/// <summary>What can be done with a draft that is shown.</summary>
internal enum ReviewStep
{
    Accept,

    Reject,

    EditQuestion,

    EditAnswer,

    Skip,

    Back,

    Quit,
}
