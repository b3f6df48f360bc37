using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAspects.Analyzers.Missing;

/// <summary>What a call of a model is: an asynchronous method of a chat client or embedding generator, or an extension of one.</summary>
internal static class ModelCallRules
{
    /// <summary>Whether an invocation calls a model. Looking a service up, building a pipeline and disposing call none.</summary>
    public static bool IsModelCall(IInvocationOperation call, AspectSymbols symbols) =>
        !symbols.Models.IsEmpty && IsAwaited(call.TargetMethod.ReturnType, symbols) && IsModel(ReceiverOf(call)?.Type, symbols);

    /// <summary>Whether a type is a model, or implements one.</summary>
    public static bool IsModel(ITypeSymbol? type, AspectSymbols symbols) =>
        type is not null && symbols.Models.Any(model =>
            AspectSymbols.IsSame(type, model)
            || type.AllInterfaces.Any(@interface => AspectSymbols.IsSame(@interface, model))
            || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(constraint => IsModel(constraint, symbols))));

    private static IOperation? ReceiverOf(IInvocationOperation call)
    {
        var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);
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
