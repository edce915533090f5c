using EvalHarness.Evaluators.Plugins;

namespace EvalHarness.Evaluators.Groundedness.Plugins;

/// <summary>A verifier of the user's: where it throws, takes too long or returns what cannot be, the answer has no verdict.</summary>
/// <param name="atOnce">Answers in work at once; waiting for a turn is not counted against the time limit.</param>
internal sealed class PluginVerifier(IClaimVerifier own, string definition, PluginCalls calls, int atOnce) : IClaimVerifier, IDisposable
{
    private readonly SemaphoreSlim turns = new(atOnce, atOnce);

    public string Definition => definition;

    public async ValueTask<IReadOnlyList<ClaimVerdict>> VerifyAsync(string question, string answer, IEvidence evidence, CancellationToken cancellationToken)
    {
        await turns.WaitAsync(cancellationToken);
        try
        {
            var verdicts = await calls.CallAsync<IReadOnlyList<ClaimVerdict>>(async token => [.. await own.VerifyAsync(question, answer, evidence, token)], cancellationToken);
            return verdicts.Any(IsWrong) ? throw new NoVerdictException("the verifier returned a verdict without a claim, or with a support outside [0, 1]") : verdicts;
        }
        catch (PluginFailedException exception)
        {
            throw new NoVerdictException($"the verifier {exception.Message}");
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();

    private static bool IsWrong(ClaimVerdict? verdict) => verdict is not { Claim: not null, Support: >= 0 and <= 1 };
}
