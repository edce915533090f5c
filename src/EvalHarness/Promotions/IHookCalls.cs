namespace EvalHarness.Promotions;

/// <summary>The network, as far as promotions need it.</summary>
/// <remarks>What fails is said in words, without secrets; only cancellation is thrown.</remarks>
public interface IHookCalls
{
    /// <param name="body">JSON.</param>
    Task<HookOutcome> PostAsync(Webhook webhook, string body, TimeSpan timeout, CancellationToken cancellationToken);

    Task<ServedModels> AskAsync(ServedSource source, CancellationToken cancellationToken);

    /// <summary>What is wrong with the settings, before anything is called; empty when nothing is.</summary>
    IEnumerable<Inputs.InputProblem> Problems(AliasHooks hooks, string where);
}
