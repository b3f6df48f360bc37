namespace LlmAspects.Components.Routing;

/// <summary>A model id that is not in the catalogue, or not in the price table.</summary>
public sealed class UnknownModelException : LlmResourceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="modelId">The id that was asked for.</param>
    public UnknownModelException(string modelId)
        : this(modelId, "catalogue")
    {
    }

    private UnknownModelException(string modelId, string place)
        : base("unknown_model", $"The model '{modelId}' is not in the {place}. Add it, or correct its id (ids are compared exactly).") => ModelId = modelId;

    /// <summary>The id that was asked for.</summary>
    public string ModelId { get; }

    internal static UnknownModelException InPriceTable(string modelId) => new(modelId, "price table");
}
