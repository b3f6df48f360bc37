using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAspects.Analyzers.Missing;

/// <summary>What a call of a model is: an asynchronous method of a chat client or embedding generator, or an extension of one.</summary>
internal static class ModelCallRules
{
    /// <summary>Whether an operation calls a model, or makes a delegate that does. Looking a service up, building a pipeline and disposing call none.</summary>
    public static bool IsModelCall(IOperation operation, AspectSymbols symbols) => operation switch
    {
        IInvocationOperation call => IsModelCall(call.TargetMethod, ReceiverOf(call), symbols),
        IMethodReferenceOperation reference => IsModelCall(reference.Method, reference.Instance, symbols),
        _ => false,
    };

    /// <summary>Whether code calls a model.</summary>
    public static bool CallModel(IEnumerable<IOperation> code, AspectSymbols symbols) =>
        code.Any(block => block.Descendants().Any(operation => IsModelCall(operation, symbols)));

    /// <summary>Whether a type is a model, or implements one.</summary>
    public static bool IsModel(ITypeSymbol? type, AspectSymbols symbols) =>
        type is not null && symbols.Models.Any(model =>
            AspectSymbols.IsSame(type, model)
            || type.AllInterfaces.Any(@interface => AspectSymbols.IsSame(@interface, model))
            || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(constraint => IsModel(constraint, symbols))));

    private static bool IsModelCall(IMethodSymbol method, IOperation? receiver, AspectSymbols symbols) =>
        !symbols.Models.IsEmpty && IsAwaited(method.ReturnType, symbols) && IsModel(WithoutConversions(receiver)?.Type, symbols);

    private static IOperation? ReceiverOf(IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);

    private static IOperation? WithoutConversions(IOperation? receiver)
    {
        while (receiver is IConversionOperation conversion)
        {
            receiver = conversion.Operand;
        }

        return receiver;
    }

    private static bool IsAwaited(ITypeSymbol type, AspectSymbols symbols) =>
        AspectSymbols.IsSame(type, symbols.Task) || AspectSymbols.IsSame(type, symbols.TaskOfT)
        || AspectSymbols.IsSame(type, symbols.ValueTask) || AspectSymbols.IsSame(type, symbols.ValueTaskOfT)
        || AspectSymbols.IsSame(type, symbols.AsyncEnumerable);
}
