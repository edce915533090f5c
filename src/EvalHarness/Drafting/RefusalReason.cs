namespace EvalHarness.Drafting;

/// <summary>Why a draft is no candidate.</summary>
public enum RefusalReason
{
    /// <summary>The model's reply was not in the form asked for, twice.</summary>
    Unreadable,

    /// <summary>The model or its provider would not answer, or was cut off.</summary>
    NoReply,

    /// <summary>A quote does not stand in its document.</summary>
    NotVerbatim,

    /// <summary>The quotes of a two-hop question come from one document.</summary>
    OneHop,

    /// <summary>The words that said otherwise still stand in the document.</summary>
    NotChanged,

    /// <summary>A question like it is there already.</summary>
    Duplicate,

    /// <summary>The probe finds no answer in the quotes.</summary>
    OracleAbstains,

    /// <summary>The probe answers otherwise from the quotes.</summary>
    OracleDisagrees,

    /// <summary>The probe answers, from passages of the corpus, what should have no answer.</summary>
    OracleAnswers,
}
