namespace EvalHarness.Providers.Endpoints;

/// <summary>What somebody must mend before an endpoint can be called.</summary>
internal enum HardFault
{
    /// <summary>Missing, wrong, or not allowed to do this.</summary>
    Key,

    /// <summary>The account has nothing left to spend.</summary>
    Credit,

    /// <summary>The path or the model is not there.</summary>
    Place,

    /// <summary>No such host.</summary>
    Host,

    /// <summary>The host is there and nothing answers.</summary>
    Server,

    /// <summary>The server's certificate is not trusted.</summary>
    Certificate,
}
