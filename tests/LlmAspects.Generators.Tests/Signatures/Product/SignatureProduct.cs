using LlmAspects.Testing.Generators;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Generators.Tests.Signatures.Product;

/// <summary>A product of axes: what of it C# allows and no rule refuses, in one compilation.</summary>
public sealed class SignatureProduct
{
    private const int MethodsOfAType = 40;

    private SignatureProduct(IEnumerable<ProductMethod> elements)
    {
        foreach (var method in elements)
        {
            if ((ProductRules.FindObstacle(method) ?? ProductRules.FindRefusal(method)) is { } reason)
            {
                LeftOut[reason] = LeftOut.GetValueOrDefault(reason) + 1;
            }
            else
            {
                Methods.Add(method);
            }
        }
    }

    /// <summary>Every result with every parameter list and every set of aspects.</summary>
    public static SignatureProduct OfSignatures => new(
        from returns in ProductReturn.All
        from parameters in ProductParameters.All
        from aspects in ProductMethod.AllAspects
        select new ProductMethod(returns, parameters, ProductModifiers.Public, ProductContainer.Class, aspects));

    /// <summary>Every result with all modifiers in every container, the aspects in turn.</summary>
    public static SignatureProduct OfResultsAndPlaces => new(InTurn(
        from returns in ProductReturn.All
        from place in Places
        select new ProductMethod(returns, ProductParameters.None, place.Modifiers, place.Container, "")));

    /// <summary>Every parameter list with all modifiers in every container, the aspects in turn.</summary>
    public static SignatureProduct OfParametersAndPlaces => new(InTurn(
        from parameters in ProductParameters.All
        from place in Places
        select new ProductMethod(ProductReturn.Plain, parameters, place.Modifiers, place.Container, "")));

    /// <summary>The methods that are expanded.</summary>
    public List<ProductMethod> Methods { get; } = [];

    /// <summary>The number of elements that are not, by reason.</summary>
    public SortedDictionary<string, int> LeftOut { get; } = new(StringComparer.Ordinal);

    private static IEnumerable<(ProductModifiers Modifiers, ProductContainer Container)> Places =>
        from modifiers in ProductModifiers.All
        from container in ProductContainer.All
        select (modifiers, container);

    /// <summary>The methods of one kind in one compilation, in types of some size: every method is one more part of its type.</summary>
    /// <param name="isDynamic">Whether those with <c>dynamic</c> are taken, or all others.</param>
    public CSharpCompilation Compile(bool isDynamic)
        => GeneratorRunner.Compile(Methods.Where(method => method.IsDynamic == isDynamic)
            .GroupBy(static method => method.Container)
            .SelectMany(static group => group.Chunk(MethodsOfAType).Select((chunk, number) => ProductWriter.Write(group.Key, number, chunk)))
            .Append(TaskLikeTypes.Source));

    // Each set of aspects meets each place, for their numbers have no common divisor with that of the sets.
    private static IEnumerable<ProductMethod> InTurn(IEnumerable<ProductMethod> methods)
        => methods.Select(static (method, number) => method with { Aspects = ProductMethod.AllAspects[number % ProductMethod.AllAspects.Count] });
}
