namespace EvalHarness.Embedded.Reading;

/// <summary>A small model that answers from what it is shown, or from what it learned.</summary>
/// <remarks>Called from several threads at once.</remarks>
internal interface IReader
{
    ReaderReply Read(ReaderPrompt prompt);
}
