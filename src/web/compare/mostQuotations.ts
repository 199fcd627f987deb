/** So many quotations of a cell are shown where all are asked for: more would cost more than the server answers. */
export const mostQuotations = 14
