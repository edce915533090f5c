namespace EvalHarness.Tests.Cli.Tracking;

/// <summary>What a server answers that does not do what it is asked.</summary>
internal sealed class StubbedRefusal(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;
}
