namespace EvalHarness.Providers.Models;

/// <summary>The protocols that models are called in.</summary>
public static class ModelProtocols
{
    public static IReadOnlyList<IModelProtocol> All { get; } = [new OpenAiProtocol(), new AzureOpenAiProtocol(), new AnthropicProtocol()];
}
